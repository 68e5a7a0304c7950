using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>How the schedule bears itself with servers, with our own network and with the clock.</summary>
public sealed class MannersTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ThreeFeedsToldToWait_AreAReasonToSpareTheirHost()
    {
        await using var server = new HostileServer();
        await using var other = new HostileServer("127.10.0.2");
        await using var folder = new WatchedFolder();
        Serve(folder, server, 6);
        other.On("/o", Feed("o"));
        folder.Configure("o", other.Url("/o"));
        await folder.PollAsync();
        foreach (var id in Enumerable.Range(0, 3))
        {
            server.On($"/f{id}", HostileServer.Status("429 Too Many Requests", "", "Retry-After: 7200"));
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
            await folder.PollAsync(new PollRequest { FeedId = $"f{id}" });
        }

        folder.Clock.Advance(TimeSpan.FromMinutes(80));
        var asked = server.Requests.Count;
        var report = await folder.TickAsync();

        Assert.Equal(asked, server.Requests.Count);
        Assert.Equal(["f3", "f4", "f5", "o"], report.Feeds.Select(f => f.Feed.Id));
        Assert.Equal(OutcomeClass.NotModified, report.Feeds[3].Outcome);
        var spared = await folder.StoredAsync("f3");
        Assert.Equal((0, 0, OutcomeClass.RateLimited), (spared.Errors, spared.Limits, spared.Outcome));
        Assert.True(spared.NotBeforeAt >= (await folder.StoredAsync("f2")).NotBeforeAt);
        Assert.Equal("rate_limited", (await folder.Get<FeedStore>().HistoryAsync(spared.Id, 1, Ct))[0].Outcome);

        foreach (var id in Enumerable.Range(0, 3))
        {
            server.On($"/f{id}", Feed($"f{id}"));
        }

        folder.Clock.Advance(TimeSpan.FromHours(3));
        Assert.All((await folder.TickAsync()).Feeds, f => Assert.True(f.IsFine));
        Assert.Equal(0, (await folder.StoredAsync("f0")).Limits);
    }

    [Fact]
    public async Task TwoFeedsToldToWait_KeepNoOtherFromBeingAsked()
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder();
        Serve(folder, server, 4);
        server.On("/f0", HostileServer.Status("503 Service Unavailable"));
        server.On("/f1", HostileServer.Status("429 Too Many Requests"));

        var report = await folder.PollAsync();

        Assert.Equal(2, report.Feeds.Count(f => f.IsFine));
        var limited = await folder.StoredAsync("f0");
        Assert.Equal((0, 1), (limited.Errors, limited.Limits));
        Assert.Equal(folder.Clock.GetUtcNow().AddHours(1), limited.NotBeforeAt);
        Assert.Empty((await folder.PollAsync(new PollRequest { FeedId = "f0" })).Feeds);
    }

    [Theory]
    [InlineData("404 Not Found", 6, false)]
    [InlineData("404 Not Found", 8, true)]
    [InlineData("403 Forbidden", 8, true)]
    [InlineData("500 Internal Server Error", 8, false)]
    public async Task AddressThatIsNotThere_IsNoticedAfterAWeek(string status, int days, bool isMissing)
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder();
        Serve(folder, server, 1);
        server.On("/f0", HostileServer.Status(status));
        await folder.PollAsync();
        folder.Clock.Advance(TimeSpan.FromDays(days));
        await folder.PollAsync();
        Assert.Equal(isMissing, (await folder.StoredAsync("f0")).IsMissing(folder.Clock.GetUtcNow()));

        server.On("/f0", Feed("f0"));
        folder.Clock.Advance(TimeSpan.FromDays(1));
        await folder.PollAsync();

        Assert.Null((await folder.StoredAsync("f0")).MissingSince);
    }

    [Fact]
    public async Task ClockThatWentBack_LeavesNoFeedAloneUntilTheOldTime()
    {
        await using var folder = new WatchedFolder(new MovableClock());
        var clock = (MovableClock)folder.Get<TimeProvider>();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Feed("f", ("one", "A plant is announced"));
        clock.Now = clock.Now.AddHours(20);
        await folder.PollAsync();
        await folder.RestartAsync();
        clock.Now = clock.Now.AddHours(-20);

        Assert.Empty((await folder.TickAsync()).Feeds);
        Assert.InRange((await folder.StoredAsync("f")).NextPollAt, clock.Now, clock.Now.AddHours(24));
        Assert.Equal(clock.Now, (await folder.StoredAsync("f")).LastAttemptAt);
    }

    [Fact]
    public async Task ClockThatWasYearsAhead_LeavesNothingForThoseYears()
    {
        await using var folder = new WatchedFolder(new MovableClock());
        var clock = (MovableClock)folder.Get<TimeProvider>();
        folder.Configure("f");
        folder.Feed("f", ("one", "A plant is announced"));
        clock.Now = clock.Now.AddYears(20);
        await folder.PollAsync(new PollRequest { All = true, ReadsArticles = false });
        await folder.Database.WriteAsync(db => db.RunAsync("update items set read_due_at = @late", new { late = clock.Now.AddHours(3) }, Ct), Ct);
        await folder.RestartAsync();
        clock.Now = clock.Now.AddYears(-20);
        await folder.BeginAsync();

        var report = await folder.TickAsync();

        Assert.Equal(1, report.Readings.Unreadable);
        Assert.Null((await folder.StoredAsync("f")).FullFetchAt);
        Assert.InRange((await folder.StoredAsync("f")).NextPollAt, clock.Now, clock.Now.AddHours(24));
    }

    [Fact]
    public async Task FeedThatPublishesAllTheTime_IsPolledMoreOftenThanOneThatDoesNot()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("busy", "\"language\": \"en\"");
        folder.Configure("quiet", "\"language\": \"en\"");
        folder.Configure("fixed", "\"language\": \"en\", \"every\": \"2h\"");
        foreach (var id in new[] { "busy", "quiet", "fixed" })
        {
            Undated(folder, id, 0);
        }

        await folder.PollAsync();
        for (var hour = 1; hour < 48; hour++)
        {
            Undated(folder, "busy", hour);
            folder.Clock.Advance(TimeSpan.FromHours(1));
            await folder.PollAsync();
        }

        var now = folder.Clock.GetUtcNow();
        Assert.InRange(((await folder.StoredAsync("busy")).NextPollAt - now).TotalMinutes, 13, 20);
        Assert.InRange(((await folder.StoredAsync("quiet")).NextPollAt - now).TotalHours, 9, 16);
        Assert.InRange(((await folder.StoredAsync("fixed")).NextPollAt - now).TotalMinutes, 108, 132);
    }

    [Fact]
    public async Task ItemsOfAFirstPoll_AreKnownAsSuch()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Feed("f", ("one", "A plant is announced"), ("two", "A port is agreed"));
        await folder.PollAsync();
        folder.Clock.Advance(TimeSpan.FromHours(2));
        folder.Feed("f", ("two", "A port is agreed"), ("three", "A grid is built"));
        await folder.PollAsync();
        folder.Configure("late", "\"language\": \"en\"");
        folder.Feed("late", ("three", "A grid is built"), ("four", "A dam is planned"));
        await folder.PollAsync();

        var items = (await folder.ItemsAsync()).ToDictionary(i => i.Item.Id, i => i.Item.Title);
        var first = await folder.Get<ItemQueries>().OfFirstPollsAsync([.. items.Keys], Ct);

        Assert.Equal(["A dam is planned", "A plant is announced", "A port is agreed"], first.Select(id => items[id]).Order(StringComparer.Ordinal));
    }

    private static void Serve(WatchedFolder folder, HostileServer server, int feeds)
    {
        foreach (var id in Enumerable.Range(0, feeds).Select(n => $"f{n}"))
        {
            server.On($"/{id}", Feed(id));
            folder.Configure(id, server.Url($"/{id}"));
        }
    }

    private static string Feed(string id) => HostileServer.Ok($"<rss version='2.0'><channel><title>{id}</title><item><guid>a</guid><title>The story of {id}</title></item></channel></rss>");

    private static void Undated(WatchedFolder folder, string id, int hour) => folder.Write($"{id}.xml",
        $"<rss version='2.0'><channel><title>{id}</title><item><guid>{hour}</guid><title>What {id} says at hour {hour}</title></item></channel></rss>");

    private sealed class MovableClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
