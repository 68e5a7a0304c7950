using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class FeedTimingTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly FeedTiming Timing = new(new WatchingOptions(), (cron, _, after) => cron == "odd" ? null : after.AddHours(7));

    [Fact]
    public void Gone_IsBelievedAfterThreeAnswersADayApart()
    {
        var feed = Feed();
        foreach (var (hours, count, isGone) in new[] { (0, 1, false), (1, 1, false), (24, 2, false), (30, 2, false), (48, 3, true) })
        {
            var outcome = Timing.Failed(Asked(feed), Failed(OutcomeClass.Gone), Now.AddHours(hours));
            Assert.Equal((count, isGone), (outcome.GoneCount, outcome.IsGone));
            feed = feed with { GoneCount = outcome.GoneCount, GoneCountedAt = outcome.GoneCountedAt, Errors = outcome.Errors };
        }

        Assert.Equal(0, Timing.Failed(Asked(feed), Failed(OutcomeClass.Timeout), Now.AddHours(72)).GoneCount);
    }

    [Fact]
    public void OwnNetworkDown_IsChargedToNobody()
    {
        var outcome = FeedTiming.NetworkDown(Asked(Feed() with { Errors = 2 }), Failed(OutcomeClass.Timeout), Now);

        Assert.Equal((2, Now.AddMinutes(2)), (outcome.Errors, outcome.NextPollAt));
    }

    [Fact]
    public void RateLimit_HoldsEvenForPollsByHand()
    {
        var outcome = Timing.Failed(Asked(Feed()), Failed(OutcomeClass.RateLimited) with { RetryAfter = TimeSpan.FromHours(3) }, Now);

        Assert.Equal((Now.AddHours(3), Now.AddHours(3)), (outcome.NextPollAt, outcome.NotBeforeAt));
    }

    [Theory]
    [InlineData("0 0 9 ? * MON", 7 * 60)]
    [InlineData("odd", 60)]
    public void CronTime_CountsWhenItCanBeRead(string cron, int minutes)
    {
        var feed = Feed() with { Feed = Feed().Feed with { Cron = cron } };

        var next = Timing.Unchanged(Asked(feed), new FeedPoll.Unchanged(null, 0, 304, null), Now).NextPollAt;

        Assert.InRange(next, Now.AddMinutes(minutes * 0.9), Now.AddMinutes(minutes * 1.1));
    }

    [Fact]
    public void OddSuccess_TellsWhatIsOdd()
    {
        var fresh = new FeedPoll.Fresh(new FeedRead.Document("F", null, [], null, "not closed"), Validators.None, "h", 10, 200, null, new Uri("https://new.example/rss"));

        var outcome = Timing.Read(Asked(Feed()), fresh, new PolledBody("F", Validators.None, "h", [], Left: 3), foundNew: false, Now);

        Assert.Equal((OutcomeClass.Moved, 0), (outcome.Outcome, outcome.Errors));
        Assert.All(["https://new.example/rss", "not closed", "3 entries"], remark => Assert.Contains(remark, outcome.Reason, StringComparison.Ordinal));
    }

    private static FeedPoll.Failed Failed(OutcomeClass outcome) => new(outcome, "said so", 0, null, null, IsUnreachable: true);

    private static StoredFeed Feed() => new() { Id = 1, FromFile = true, Feed = new Feed { Id = "f", Name = "F", Url = new("https://f.example/rss") } };

    private static AskedFeed Asked(StoredFeed feed) => new(feed, 1, WasFull: false, new FeedPoll.Unchanged(null, 0, null, null));
}
