using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedScheduleTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(null, null, null, 54, 66)]
    [InlineData(15, 600, 600, 13.5, 16.5)]
    [InlineData(1, null, null, 5, 5.5)]
    [InlineData(null, 120, null, 108, 132)]
    [InlineData(null, null, 100_000, 1296, 1440)]
    public void AfterSuccess_TheIntervalHoldsWithinBounds(int? every, int? ttl, int? fresh, double least, double most)
    {
        var wait = Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.Ok, Every = Minutes(every), Ttl = Minutes(ttl), FreshFor = Minutes(fresh) });

        Assert.InRange(wait.TotalMinutes, least, most);
    }

    [Theory]
    [InlineData(1, 120)]
    [InlineData(3, 480)]
    [InlineData(60, 1440)]
    public void AfterFailures_TheWaitGrowsUpToADay(int errors, double most) =>
        Assert.All(Enumerable.Range(0, 50), i => Assert.InRange(
            Wait(new PollEnd { FeedId = $"f{i}", Outcome = OutcomeClass.Timeout, Errors = errors }).TotalMinutes, 60, most));

    [Theory]
    [InlineData(60, 1, 5)]
    [InlineData(3600, 1, 60)]
    [InlineData(null, 1, 60)]
    [InlineData(null, 3, 240)]
    [InlineData(null, 99, 1440)]
    public void RateLimited_WaitsAsAsked_ElseAnHourDoubling(int? seconds, int errors, double minutes) =>
        Assert.Equal(minutes, Wait(new PollEnd
        {
            FeedId = "f", Outcome = OutcomeClass.RateLimited, Limits = errors, RetryAfter = seconds is { } s ? TimeSpan.FromSeconds(s) : null,
        }).TotalMinutes);

    [Fact]
    public void Gone_IsAskedAgainAfterADay() => Assert.Equal(TimeSpan.FromDays(1), Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.Gone }));

    [Fact]
    public void Jitter_IsStablePerFeedAndDiffersBetweenFeeds()
    {
        var waits = Enumerable.Range(0, 20).Select(i => Wait(new PollEnd { FeedId = $"f{i}", Outcome = OutcomeClass.Ok })).ToList();

        Assert.Equal(waits, Enumerable.Range(0, 20).Select(i => Wait(new PollEnd { FeedId = $"f{i}", Outcome = OutcomeClass.Ok })));
        Assert.True(waits.Distinct().Count() > 10);
    }

    private static TimeSpan Wait(PollEnd end) => FeedSchedule.Next(Now, end) - Now;

    private static TimeSpan? Minutes(int? minutes) => minutes is { } m ? TimeSpan.FromMinutes(m) : null;
}
