using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Storage;

public sealed class CatalogStoreTests
{
    private static readonly Outlet Times = new() { Id = "times", Name = "The Times of Example", Family = "times", Hosts = ["times.example"], Tier = OutletTier.Major };

    [Theory]
    [InlineData("named", "A named feed", OutletTier.Unknown)]
    [InlineData("nameless", "nameless", OutletTier.Unknown)]
    [InlineData("on-their-host", "The Times of Example", OutletTier.Major)]
    [InlineData("of-theirs", "The Times of Example", OutletTier.Major)]
    [InlineData("news.times.example", "The Times of Example", OutletTier.Major)]
    [InlineData("paper.example", "paper.example", OutletTier.Unknown)]
    [InlineData("supplied", "supplied", OutletTier.Unknown)]
    public async Task OutletId_IsNamedAsItIsKnownToday(string id, string name, OutletTier tier)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var temp = await TempDatabase.CreateAsync();
        var store = new CatalogStore(temp.Database);
        await store.SyncAsync(
            [
                new() { Id = "named", Name = "A named feed", Url = new("https://shared.example/a") },
                new() { Id = "nameless", Name = "nameless", Url = new("https://shared.example/b") },
                new() { Id = "on-their-host", Name = "Theirs", Url = new("https://www.times.example/rss") },
                new() { Id = "of-theirs", Name = "Theirs too", File = "/x.xml", OutletId = "times" },
            ],
            [Times], [], "stamp", DateTimeOffset.UnixEpoch, ct);

        var outlet = (await store.LoadAsync(ct)).OutletOf(id);

        Assert.Equal((name, tier), (outlet.Name, outlet.Tier));
    }
}
