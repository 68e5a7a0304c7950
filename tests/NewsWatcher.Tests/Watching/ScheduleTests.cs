using NewsWatcher.Benchmarks;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>A long list of feeds by a simulated clock; the command "schedule" of the benchmarks does it with 20,000.</summary>
public sealed class ScheduleTests
{
    [Fact]
    public async Task LongListOfFeeds_KeepsItsIntervalsAndOverrunsNobody()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var schedule = new SimulatedSchedule(temp.Database);

        await schedule.RunAsync(1_300, n => n < 100 ? "one.example" : n < 200 ? $"h{n / 10}.example" : $"s{n}.example", TimeSpan.FromHours(1), TestContext.Current.CancellationToken);

        Assert.Equal((0, true), (schedule.OutsideTheirInterval, schedule.Intervals > 1_000));
        Assert.InRange(schedule.MostOfATick, 1, DueFeeds.Most);
        Assert.InRange(schedule.MostOfAHost, 10, DueFeeds.MostOfAHost);
        // A hundred feeds of one host take four ticks, all of them three.
        Assert.InRange(schedule.AllPolledAfter ?? TimeSpan.MaxValue, TimeSpan.Zero, TimeSpan.FromMinutes(2));
    }
}
