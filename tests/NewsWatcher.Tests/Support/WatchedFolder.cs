using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Support;

/// <summary>A configuration folder of file feeds with pages, watched by the whole pipeline into a database of its own.</summary>
/// <param name="time">Instead of <see cref="Clock"/>, for what waits on its own.</param>
public sealed class WatchedFolder(TimeProvider? time = null) : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;
    private readonly List<string> _feeds = [];
    private string? _list;
    private ServiceProvider? _services;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    public string Folder => _folder;

    /// <summary>What deals.json says once <see cref="StartAsync"/> writes it.</summary>
    public string Deals { get; set; } = """{"deals": []}""";

    public string Outlets { get; set; } = """{"outlets": []}""";

    /// <summary>Bytes that are free on the disk.</summary>
    public long Free { get; set; } = long.MaxValue;

    /// <summary>Bytes of the disk.</summary>
    public long Total { get; set; }

    public FetchingOptions Fetching { get; init; } = Fetchers.Options;

    public Database Database => Get<Database>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public T Get<T>()
        where T : notnull => (_services ??= Services()).GetRequiredService<T>();

    /// <summary>Configures a file feed; "more" is further JSON of its object.</summary>
    public void Configure(string id, string more = "\"pages\": {\"https://news.example/\": \"pages/\"}") =>
        _feeds.Add($"{{\"id\": \"{id}\", \"file\": \"{id}.xml\", {more}}}");

    /// <summary>Configures feeds as they stand in feeds.json.</summary>
    public void ConfigureAll(string feedsJson) => _list = feedsJson;

    /// <summary>Configures a feed of a test server.</summary>
    public void Configure(string id, Uri url) => _feeds.Add($"{{\"id\": \"{id}\", \"url\": \"{url}\"}}");

    public void Feed(string id, params (string Slug, string Title)[] entries) => Write($"{id}.xml", $"""
        <?xml version="1.0"?><rss version="2.0"><channel><title>{id}</title>
        {string.Concat(entries.Select(e => $"<item><guid>{e.Slug}</guid><title>{e.Title}</title><link>https://news.example/{e.Slug}.html</link><description>Summary of {e.Title}.</description><pubDate>Fri, 20 Mar 2026 07:00:00 GMT</pubDate></item>"))}
        </channel></rss>
        """);

    public void Page(string slug, string title, string text) => Write($"pages/{slug}.html", $"""
        <html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1>
        {string.Concat(Enumerable.Range(1, 5).Select(n => $"<p>Paragraph {n}: {text} It is told at some length, so that nobody takes it for a caption or a teaser of another story.</p>"))}
        </article></body></html>
        """);

    public void Write(string name, string content)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!); // a name below the folder
        File.WriteAllText(path, content, Encoding.UTF8);
    }

    public async Task<PassReport> PollAsync(PollRequest? request = null)
    {
        await StartAsync();
        return await Get<Watch>().PollAsync(request ?? new PollRequest { All = true }, progress: null, Ct) ?? throw new InvalidOperationException("no such feed");
    }

    /// <summary>What is due now, as the schedule does it.</summary>
    public Task<PassReport> TickAsync() => Get<Watch>().TickAsync(progress: null, Ct, Ct);

    public async Task<StoredFeed> StoredAsync(string id) => await Get<FeedStore>().FindAsync(id, Ct) ?? throw new InvalidOperationException($"there is no feed {id}");

    /// <summary>Takes the configured feeds up, and polls nothing.</summary>
    public Task StartAsync()
    {
        Write("feeds.json", _list ?? $"{{\"feeds\": [{string.Join(", ", _feeds)}]}}");
        Write("outlets.json", Outlets);
        Write("deals.json", Deals);
        return BeginAsync();
    }

    public async Task BeginAsync()
    {
        await SchemaMigrator.MigrateAsync(Database, Ct);
        await Get<Watch>().BeginAsync(Ct);
    }

    public Task<IReadOnlyList<ItemDetail>> ItemsAsync() => Get<ItemQueries>().PageAsync(0, 100, Ct);

    /// <summary>As after the end of the process: nothing but the database is remembered.</summary>
    public async Task RestartAsync()
    {
        if (_services is not null)
        {
            await _services.DisposeAsync();
        }

        _services = null;
    }

    public async ValueTask DisposeAsync()
    {
        await RestartAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Services() => new ServiceCollection()
        .AddLogging(logs => logs.ClearProviders())
        .AddSingleton(time ?? Clock)
        .AddSingleton(_ => new Database(Path.Combine(_folder, Database.FileName)))
        .AddSingleton(Fetching)
        .AddSingleton(new WatchingOptions())
        .AddSingleton<FreeRoom>(() => new(Free, Total))
        .AddSingleton<NextByCron>((_, _, after) => after.AddHours(6))
        .AddPipeline(_folder, new([], _ => null))
        .BuildServiceProvider();
}
