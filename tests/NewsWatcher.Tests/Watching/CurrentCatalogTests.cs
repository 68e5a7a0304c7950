using Microsoft.Extensions.Logging.Abstractions;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class CurrentCatalogTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;

    public CurrentCatalogTests()
    {
        Write("feeds.json", """{"feeds": []}""");
        Write("outlets.json", """{"outlets": []}""");
        Write("deals.json", """{"deals": []}""");
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EditThatCouldNotBeKept_IsTakenUpTheNextTime()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var current = Current(temp, []);
        await current.RefreshAsync(Ct);
        Write("feeds.json", """{"feeds": [{"id": "one", "url": "https://one.example/rss"}]}""");
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => current.RefreshAsync(cancelled.Token));

        await current.RefreshAsync(Ct);

        Assert.Equal("one", Assert.Single(current.Catalog.FeedOutlets.Keys));
    }

    [Fact]
    public async Task NarrowedRoots_AreHeededWithoutAnEdit()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var outside = Path.Combine(Path.GetTempPath(), "elsewhere", "one.xml");
        Write("feeds.json", $$"""{"feeds": [{"id": "one", "file": "{{outside}}"}]}""");
        var wide = Current(temp, [Path.GetDirectoryName(outside)!]); // a file in a folder
        await wide.RefreshAsync(Ct);
        Assert.Empty(wide.Problems);

        var narrow = Current(temp, []);
        await narrow.RefreshAsync(Ct);

        Assert.Contains("Files:Roots", Assert.Single(narrow.Problems).ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private CurrentCatalog Current(TempDatabase temp, IReadOnlyList<string> roots) =>
        new(new CatalogStore(temp.Database), _folder, new FeedRules(roots, _ => null), TimeProvider.System, NullLogger<CurrentCatalog>.Instance);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);
}
