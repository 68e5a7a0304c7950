using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class ChangeRateTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public void NothingKnown_IsTheDefault() => Assert.Equal(Hour, ChangeRate.Unknown.Interval(Hour));

    [Theory]
    [InlineData(1, 10, 40)]
    [InlineData(6, 60, 200)]
    [InlineData(24, 240, 800)]
    public void SteadyFeed_IsPolledAFewTimesForEachBatch(int hoursBetween, double least, double most)
    {
        var (rate, last, next) = (ChangeRate.Unknown, Now, Now.AddHours(hoursBetween));
        var bounds = TimeSpan.FromMinutes(5);
        for (var at = Now; at < Now.AddDays(21);)
        {
            var wait = rate.Interval(Hour);
            at += wait < bounds ? bounds : wait;
            var found = at >= next;
            next = found ? next.AddHours(hoursBetween * Math.Ceiling((at - next) / TimeSpan.FromHours(hoursBetween) + 0.001)) : next;
            (rate, last) = (rate.After(at - last, found), at);
        }

        Assert.InRange(rate.Interval(Hour).TotalMinutes, least, most);
    }

    [Fact]
    public void SilentFeed_IsPolledLessAndLess()
    {
        var rate = Enumerable.Range(0, 60).Aggregate(ChangeRate.Unknown, (r, _) => r.After(TimeSpan.FromHours(12), foundNew: false));

        Assert.True(rate.Interval(Hour) > TimeSpan.FromHours(24));
    }

    [Theory]
    [InlineData(0.5, 10, 30)]
    [InlineData(24, 4 * 60, 9 * 60)]
    public void DatesOfTheFirstDocument_SetItGoing(double hoursBetween, double least, double most)
    {
        var rate = ChangeRate.OfDates(Enumerable.Range(1, 40).Select(n => Now.AddHours(-n * hoursBetween)), Now);

        Assert.InRange(rate.Interval(Hour).TotalMinutes, least, most);
    }

    [Fact]
    public void FeedWhoseNewestEntryIsAYearOld_IsHardlyPolled() =>
        Assert.True(ChangeRate.OfDates(Enumerable.Range(365, 20).Select(n => Now.AddDays(-n)), Now).Interval(Hour) > TimeSpan.FromHours(24));

    [Fact]
    public void EntriesOfOneMinute_AreOneBatch() =>
        Assert.Equal(1, ChangeRate.OfDates(Enumerable.Range(0, 30).Select(n => Now.AddHours(-3).AddSeconds(n)), Now).Batches);

    [Fact]
    public void TooFewOrFutureDates_TellNothing() =>
        Assert.Equal(ChangeRate.Unknown, ChangeRate.OfDates([Now.AddHours(-1), Now.AddHours(-2), Now.AddHours(3), DateTimeOffset.MaxValue], Now));

    [Theory]
    [InlineData(-5)]
    [InlineData(24 * 365)]
    public void OddGaps_DoNotRunAway(int hours) => Assert.InRange(ChangeRate.Unknown.After(TimeSpan.FromHours(hours), foundNew: true).Watched, TimeSpan.Zero, TimeSpan.FromDays(1));
}
