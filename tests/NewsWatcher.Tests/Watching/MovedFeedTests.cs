using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

public sealed class MovedFeedTests
{
    [Fact]
    public async Task MoveForGood_IsBelievedAfterTwoReadingsAnHourApart()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");

        Assert.Null(await AddressAsync(folder, TimeSpan.Zero));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromMinutes(59)));
        Assert.Equal(server.Url("/new").AbsoluteUri, await AddressAsync(folder, TimeSpan.FromMinutes(1)));

        var asked = server.Requests.Count;
        await folder.PollAsync();
        Assert.StartsWith("GET /new ", Assert.Single(server.Requests.Skip(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedOfSomebodyElse_IsNotWhereItMovedTo()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Cheap watches");

        await AddressAsync(folder, TimeSpan.Zero);

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(3)));
    }

    [Fact]
    public async Task NewAddressThatFails_IsGivenUpForTheConfiguredOne()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");
        await AddressAsync(folder, TimeSpan.Zero);
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        server.On("/new", HostileServer.Status("404 Not Found"));

        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));
    }

    private static async Task<WatchedFolder> MovingAsync(HostileServer server, string newTitle)
    {
        var folder = new WatchedFolder();
        folder.Configure("moving", server.Url("/old"));
        server.On("/old", HostileServer.Ok(Rss("Old and new", "first")));
        await folder.PollAsync();
        server.On("/old", HostileServer.Status("301 Moved Permanently", "", "Location: /new"));
        server.On("/new", HostileServer.Ok(Rss(newTitle, "second")));
        return folder;
    }

    private static async Task<string?> AddressAsync(WatchedFolder folder, TimeSpan later)
    {
        folder.Clock.Advance(later);
        await folder.PollAsync();
        return (await folder.Get<FeedStore>().FindAsync("moving", TestContext.Current.CancellationToken))?.Address;
    }

    // Links that are no pages: only the feed is asked for.
    private static string Rss(string title, string id) =>
        $"<rss version='2.0'><channel><title>{title}</title><item><guid>{title}{id}</guid><title>The {id} story of {title}</title></item></channel></rss>";
}
