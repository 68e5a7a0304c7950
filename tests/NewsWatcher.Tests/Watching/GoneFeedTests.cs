using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

public sealed class GoneFeedTests
{
    [Fact]
    public async Task FeedThatIsGoneForGood_IsAskedNoMore_AndItsItemsStay()
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder();
        folder.Configure("f", server.Url("/feed"));
        server.On("/feed", HostileServer.Ok("<rss version='2.0'><channel><title>f</title><item><guid>a</guid><title>A plant is announced</title></item></channel></rss>"));
        await folder.PollAsync();
        server.On("/feed", HostileServer.Status("410 Gone"));
        for (var day = 0; day < 3; day++)
        {
            folder.Clock.Advance(TimeSpan.FromHours(25));
            Assert.Equal(OutcomeClass.Gone, Assert.Single((await folder.TickAsync()).Feeds).Outcome);
        }

        folder.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Empty((await folder.TickAsync()).Feeds);
        Assert.Empty((await folder.PollAsync()).Feeds);
        Assert.NotNull((await folder.StoredAsync("f")).GoneAt);
        Assert.Contains("3 of 3", (await folder.StoredAsync("f")).Reason, StringComparison.Ordinal);
        Assert.Single(await folder.ItemsAsync());
    }

    [Theory]
    [InlineData("404 Not Found")]
    [InlineData("500 Internal Server Error")]
    [InlineData("200 OK")]
    public async Task NoOtherFailure_IsForGood(string status)
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder();
        folder.Configure("f", server.Url("/feed"));
        server.On("/feed", HostileServer.Status(status, "nothing"));
        await folder.PollAsync();
        for (var day = 0; day < 60; day++)
        {
            folder.Clock.Advance(TimeSpan.FromHours(25));
            Assert.Single((await folder.TickAsync()).Feeds);
        }

        Assert.Null((await folder.StoredAsync("f")).GoneAt);
    }
}
