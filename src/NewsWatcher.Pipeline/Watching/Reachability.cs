using NewsWatcher.Fetching;

namespace NewsWatcher.Watching;

/// <summary>Tells "network down" from "feed down". A tick may ask only a few feeds, so that what could not be reached is remembered until something is.</summary>
internal sealed class Reachability
{
    private const int FewestHosts = 5;
    private const double MostUnreachable = 0.8;

    private readonly Dictionary<long, (string Host, bool IsCharged)> _unreached = [];

    /// <summary>Notes a tick. Whether our own network is down: nothing is to be charged to the feeds then.</summary>
    /// <param name="reached">How many feeds got any answer from the network.</param>
    public bool IsDown(IReadOnlyList<AskedFeed> unreachable, int reached)
    {
        if (unreachable.Count <= MostUnreachable * (unreachable.Count + reached))
        {
            if (reached > 0)
            {
                _unreached.Clear();
            }

            return false;
        }

        foreach (var feed in unreachable.Select(a => a.Feed))
        {
            _unreached[feed.Id] = (feed.Feed.Url is { } url ? WebAddress.Host(url)?.ToLowerInvariant() ?? "" : "", IsCharged: _unreached.GetValueOrDefault(feed.Id).IsCharged);
        }

        var isDown = _unreached.Values.Select(u => u.Host).Distinct(StringComparer.Ordinal).Count() >= FewestHosts;
        if (!isDown)
        {
            foreach (var feed in unreachable)
            {
                _unreached[feed.Feed.Id] = _unreached[feed.Feed.Id] with { IsCharged = true };
            }
        }

        return isDown;
    }

    /// <summary>Feeds that were charged with a failure before it was clear that it is our network's, once.</summary>
    public IReadOnlyList<long> ToForgive()
    {
        List<long> charged = [.. _unreached.Where(u => u.Value.IsCharged).Select(u => u.Key)];
        charged.ForEach(id => _unreached[id] = _unreached[id] with { IsCharged = false });
        return charged;
    }
}
