using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support.Hostile;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>How a poll of everything that misbehaves ends, behaviour by behaviour, and for those beside it.</summary>
public sealed class HostilePollTests(HostilePoll poll) : IClassFixture<HostilePoll>
{
    public static TheoryData<int, string> Behaviours => [.. HostileCatalogue.All.Select((b, n) => (n, b.Name))];

    [Theory]
    [MemberData(nameof(Behaviours))]
    public void Behaviour_EndsInItsClassWithAReason(int place, string name)
    {
        var behaviour = HostileCatalogue.All[place];
        Assert.Equal(name, behaviour.Name);

        Assert.Null(Fault(poll.First, isFirst: true));
        Assert.Null(behaviour.Expected == OutcomeClass.RateLimited ? null : Fault(poll.Second, isFirst: false));

        string? Fault(PassReport report, bool isFirst)
        {
            var feed = Assert.Single(report.Feeds, f => string.Equals(f.Feed.Id, HostileStage.Id(place), StringComparison.Ordinal));
            return HostileCatalogue.Fault(behaviour, feed.Outcome, feed.Reason, feed.Tally.Entries, isFirst);
        }
    }

    [Fact]
    public void Catalogue_HasManyBehavioursWithNamesOfTheirOwn()
    {
        Assert.InRange(HostileCatalogue.All.Count, 100, 400);
        Assert.Equal(HostileCatalogue.All.Count, HostileCatalogue.All.Select(b => b.Name).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void HealthyFeeds_AreReadAllTheSame()
    {
        Assert.All(HostileStage.HealthyIds.Append(HostileStage.PagesFeed), id => Assert.Equal(OutcomeClass.Ok, Outcome(poll.First, id)));
        Assert.All(HostileStage.HealthyIds.Append(HostileStage.PagesFeed), id => Assert.Equal(OutcomeClass.NotModified, Outcome(poll.Second, id)));
        Assert.False(poll.First.IsNetworkDown);
    }

    [Fact]
    public void ServerThatNobodyMayReach_IsNotReached() => Assert.Equal(0, poll.Intruders);

    [Fact]
    public void HostilePages_LeaveEveryItemWithItsEntry()
    {
        var readings = poll.First.Readings;

        Assert.Equal(0, readings.Failed);
        Assert.InRange(readings.Unreadable + readings.Postponed, HostileCatalogue.All.Count / HostilePoll.LinksEvery, int.MaxValue);
        Assert.True(poll.Items > 0);
    }

    [Fact]
    public void FailedFeeds_AreAskedAgainLater() => Assert.All(poll.Feeds, f => Assert.True(f.NextPollAt > TimeProvider.System.GetUtcNow()));

    private static OutcomeClass Outcome(PassReport report, string id) => Assert.Single(report.Feeds, f => string.Equals(f.Feed.Id, id, StringComparison.Ordinal)).Outcome;
}
