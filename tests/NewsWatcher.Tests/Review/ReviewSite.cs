using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Hosting;
using NewsWatcher.Review;
using NewsWatcher.Review.Pages;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Review;

/// <summary>The review pages as they are served: Kestrel on a free loopback port over a temporary database. Pages of deals are also served from a sample.</summary>
internal sealed class ReviewSite : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _client;

    private ReviewSite(TempDatabase temp, WebApplication app)
    {
        (Temp, _app) = (temp, app);
        _client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false }) { BaseAddress = new Uri(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal)) };
    }

    public TempDatabase Temp { get; }

    public Database Database => Temp.Database;

    public IEnumerable<IHostedService> Hosted => _app.Services.GetServices<IHostedService>();

    public HealthState Health => _app.Services.GetRequiredService<HealthState>();

    public FakeTimeProvider Clock => (FakeTimeProvider)_app.Services.GetRequiredService<TimeProvider>();

    public static async Task<ReviewSite> StartAsync(bool isDemo = false, int port = 0, params (string Name, string Value)[] settings)
    {
        var temp = await TempDatabase.CreateAsync();
        var app = Build(temp.Database, isDemo, [("Web:Port", $"{port}"), .. settings]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new(temp, app);
    }

    public static WebApplication Build(Database database, bool isDemo, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => s.Name, s => (string?)s.Value, StringComparer.Ordinal));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<TimeProvider>(new FakeTimeProvider(SampleLedger.Now));
        builder.Services.AddSingleton(new AppPaths("/nowhere", "/nowhere", isDemo));
        builder.Services.AddSingleton(new CurrentCatalog(new CatalogStore(database), "/nowhere", new([], _ => null), TimeProvider.System, NullLogger<CurrentCatalog>.Instance));
        builder.Services.AddSingleton<LedgerReader>();
        builder.Services.AddSingleton<ItemQueries>();
        builder.Services.AddSingleton<FeedStore>();
        builder.Services.AddReview();
        var app = builder.Build();
        app.MapReview();
        app.MapGet("/sample/home", (PageWriter writer) => writer.Page<HomePage, HomeView>(new([SampleLedger.Deal], [], [], 9)));
        app.MapGet("/sample/deal", (PageWriter writer) => writer.Page<DealPage, DealView>(new(SampleLedger.Deal, SampleLedger.HeldBack, null, null)));
        app.MapGet("/sample/fault", IResult () => throw new InvalidOperationException("a secret of the inside"));
        return app;
    }

    public async Task<HttpResponseMessage> SendAsync(string path, string method = "GET", string? host = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        request.Headers.Host = host;
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Sends a form as a browser does that has the page with it open.</summary>
    /// <param name="page">The page whose token is sent; null for none.</param>
    public async Task<HttpResponseMessage> PostAsync(string? page, string path, IEnumerable<(string Name, string Value)> fields, params (string Name, string Value)[] headers)
    {
        var html = page is null ? "" : await PageAsync(page);
        var token = html.Split("name=\"__RequestVerificationToken\" value=\"") is [_, var rest, ..] ? rest.Split('"')[0] : "";
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new FormUrlEncodedContent([.. fields.Select(f => KeyValuePair.Create(f.Name, f.Value)), KeyValuePair.Create("__RequestVerificationToken", token)]),
        };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>The page's HTML; any status but 200 fails.</summary>
    public async Task<string> PageAsync(string path)
    {
        using var response = await SendAsync(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        await Temp.DisposeAsync();
    }
}
