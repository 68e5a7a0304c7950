using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>When a feed is asked "since then?", when for everything, and what a 304 proves.</summary>
public sealed class ConditionalPollTests : IAsyncDisposable
{
    private const string NotModified = "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n";

    private readonly HostileServer _server = new();
    private readonly WatchedFolder _folder = new();

    public ConditionalPollTests() => _folder.Configure("f", _server.Url("/feed"));

    public async ValueTask DisposeAsync()
    {
        await _folder.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("500 Internal Server Error")]
    [InlineData("404 Not Found")]
    [InlineData("410 Gone")]
    public async Task FeedThatFailed_IsAskedForEverything(string status)
    {
        await PollAsync(Feed());
        await PollAsync(HostileServer.Status(status));

        Assert.Equal(OutcomeClass.Ok, await PollAsync(Feed()));
        Assert.False(IsConditional(_server.Requests[^1]));
    }

    [Fact]
    public async Task NotModified_DoesNotMakeAFailedFeedWell()
    {
        await PollAsync(Feed());
        await PollAsync(HostileServer.Ok("<html>maintenance</html>"));

        Assert.Equal(OutcomeClass.HttpError, await PollAsync(NotModified));
        Assert.Equal(2, (await _folder.StoredAsync("f")).Errors);
    }

    [Fact]
    public async Task FeedThatIsWell_IsAskedWhatIsNew_AndOnceAWeekForEverything()
    {
        await PollAsync(Feed());
        Assert.Equal(OutcomeClass.NotModified, await PollAsync(NotModified, days: 6));
        Assert.True(IsConditional(_server.Requests[^1]));

        Assert.Equal(OutcomeClass.Ok, await PollAsync(Feed(), days: 1));
        Assert.False(IsConditional(_server.Requests[^1]));
    }

    [Fact]
    public async Task FeedThatOnlyAskedToWait_IsAskedWhatIsNew()
    {
        await PollAsync(Feed());
        await PollAsync(HostileServer.Status("429 Too Many Requests", "", "Retry-After: 60"));

        Assert.Equal(OutcomeClass.NotModified, await PollAsync(NotModified, days: 1));
        Assert.Equal(0, (await _folder.StoredAsync("f")).Limits);
    }

    [Fact]
    public async Task EntriesThatCouldNotBeKept_LeaveNoValidators()
    {
        await PollAsync(Feed());
        await RunAsync("create trigger full before insert on entries begin select raise(abort, 'disk is full'); end");
        _server.On("/feed", Feed("b", "\"2\""));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => _folder.PollAsync());
        Assert.Equal("\"1\"", (await _folder.StoredAsync("f")).Validators.ETag);

        await RunAsync("drop trigger full");
        await PollAsync(Feed("b", "\"2\""));

        Assert.Equal("\"2\"", (await _folder.StoredAsync("f")).Validators.ETag);
        Assert.Equal(2, (await _folder.ItemsAsync()).Count);
    }

    [Fact]
    public async Task ProcessThatStartsAnew_AsksNoFeedBeforeItsTime()
    {
        await PollAsync(Feed());
        for (var start = 0; start < 3; start++)
        {
            await _folder.RestartAsync();
            await _folder.BeginAsync();
            Assert.Empty((await _folder.TickAsync()).Feeds);
        }

        Assert.Single(_server.Requests);
    }

    private static bool IsConditional(string request) => request.Contains("If-None-Match: \"1\"\r\n", StringComparison.Ordinal);

    private static string Feed(string id = "a", string etag = "\"1\"") => HostileServer.Ok(
        $"<rss version='2.0'><channel><title>f</title><item><guid>{id}</guid><title>The story {id}</title></item></channel></rss>", $"ETag: {etag}");

    private async Task<OutcomeClass> PollAsync(string answer, int days = 0)
    {
        _server.On("/feed", answer);
        _folder.Clock.Advance(TimeSpan.FromDays(days));
        return Assert.Single((await _folder.PollAsync()).Feeds).Outcome;
    }

    private Task RunAsync(string sql) => _folder.Database.WriteAsync(db => db.RunAsync(sql, null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
}
