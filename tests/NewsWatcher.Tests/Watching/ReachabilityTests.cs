using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class ReachabilityTests
{
    [Theory]
    [InlineData(5, 0, true)]
    [InlineData(4, 0, false)]
    [InlineData(9, 2, true)]
    [InlineData(8, 2, false)]
    public void MostHostsUnreachableAtOnce_IsOurNetwork(int unreachable, int reached, bool isDown) =>
        Assert.Equal(isDown, new Reachability([]).IsDown(Feeds(0, unreachable), Reached(100, reached)));

    [Fact]
    public void ManyFeedsOfOneHost_AreOneHost() =>
        Assert.False(new Reachability([]).IsDown([.. Enumerable.Range(0, 50).Select(n => Feed(n, "one.example"))], Reached(0, 0)));

    [Fact]
    public void FewFeedsATick_AddUpUntilSomethingIsReached()
    {
        var network = new Reachability([]);

        Assert.False(network.IsDown(Feeds(0, 2), Reached(100, 0)));
        Assert.False(network.IsDown([], Reached(100, 0)));
        Assert.False(network.IsDown(Feeds(2, 2), Reached(100, 0)));
        Assert.True(network.IsDown(Feeds(4, 1), Reached(100, 0)));
        Assert.Equal([0, 1, 2, 3], network.ToForgive().Order());
        Assert.Empty(network.ToForgive());
        Assert.True(network.IsDown(Feeds(0, 1), Reached(100, 0)));
        Assert.False(network.IsDown([], Reached(100, 1)));
        Assert.False(network.IsDown(Feeds(0, 2), Reached(100, 0)));
    }

    [Fact]
    public void DeadHostsAmongOthersThatAnswer_AreNeverOurNetwork()
    {
        var network = new Reachability([]);
        Assert.False(network.IsDown(Feeds(0, 6), Reached(100, 20)));

        Assert.False(network.IsDown(Feeds(0, 6), Reached(100, 0)));
        Assert.False(network.IsDown(Feeds(0, 6), Reached(100, 1)));
        Assert.True(network.IsItsOwn(Feeds(0, 1)[0]));
        Assert.True(network.IsDown([.. Feeds(0, 6), .. Feeds(100, 5)], Reached(0, 0)));
        Assert.False(network.IsItsOwn(Feeds(100, 1)[0]));
    }

    [Fact]
    public void DeadHostsThatWereAskedAlone_AreFoundOutByTheOthersInBetween()
    {
        var network = new Reachability([]);
        Assert.True(network.IsDown(Feeds(0, 6), Reached(100, 0)));
        Assert.False(network.IsDown([], Reached(100, 3)));

        Assert.False(network.IsDown(Feeds(0, 6), Reached(100, 0)));
    }

    [Fact]
    public void FeedThatIsReachedAgain_TellsOfTheNetworkAgain()
    {
        var network = new Reachability([]);
        Assert.False(network.IsDown(Feeds(0, 6), Reached(100, 20)));
        Assert.False(network.IsDown([], Reached(0, 6)));

        Assert.True(network.IsDown(Feeds(0, 6), Reached(100, 0)));
    }

    [Fact]
    public void WhatIsKept_IsKnownToTheNextProcess()
    {
        var kept = new Dictionary<long, Reach?>();
        Reachability After(params (IReadOnlyList<AskedFeed> Unreachable, IReadOnlyCollection<string> Reached)[] ticks)
        {
            var network = new Reachability(kept.Where(k => k.Value is not null).Select(k => Feed((int)k.Key, $"h{k.Key}.example").Feed with { Reach = k.Value }));
            foreach (var (unreachable, reached) in ticks)
            {
                network.IsDown(unreachable, reached);
            }

            foreach (var (id, reach) in network.ToKeep())
            {
                kept[id] = reach;
            }

            Assert.Empty(network.ToKeep());
            return network;
        }

        After((Feeds(0, 2), Reached(100, 0)));
        After((Feeds(2, 2), Reached(100, 0)));
        Assert.All(kept.Values, r => Assert.Equal(Reach.Charged, r));
        Assert.Equal([0, 1, 2, 3], After((Feeds(4, 1), Reached(100, 0))).ToForgive().Order());
        After((Feeds(0, 4), Reached(4, 5)));
        Assert.Equal([Reach.Dead, Reach.Dead, Reach.Dead, Reach.Dead, null], kept.OrderBy(k => k.Key).Select(k => k.Value));
        Assert.True(After().IsItsOwn(Feeds(0, 1)[0]));
    }

    private static List<string> Reached(int first, int count) => [.. Enumerable.Range(first, count).Select(n => $"f{n}")];

    private static List<AskedFeed> Feeds(int first, int count) => [.. Enumerable.Range(first, count).Select(n => Feed(n, $"h{n}.example"))];

    private static AskedFeed Feed(int id, string host) => new(
        new StoredFeed { Id = id, FromFile = true, Feed = new Feed { Id = $"f{id}", Name = "F", Url = new($"https://{host}/rss") } }, id, WasFull: false,
        new FeedPoll.Failed(OutcomeClass.HttpError, "no such host", 0, null, null, IsUnreachable: true));
}
