using NewsWatcher.Fetching;

namespace NewsWatcher.Watching;

/// <summary>Tells "network down" from "feed down". A tick may ask only a few feeds, so that what could not be reached is remembered until something is.</summary>
internal sealed class Reachability
{
    private const int FewestHosts = 5;
    private const double MostUnreachable = 0.8;

    private readonly Dictionary<string, (AskedFeed Asked, bool IsCharged)> _unreached = new(StringComparer.Ordinal);

    // Could not be reached while others were: whatever happens to them is their own, or a handful of dead hosts would pass for our network every two minutes.
    private readonly HashSet<string> _dead = new(StringComparer.Ordinal);

    /// <summary>Notes a tick. Whether our own network is down: nothing is to be charged then but what <see cref="IsItsOwn"/>.</summary>
    /// <param name="reached">The feeds that got any answer from the network.</param>
    public bool IsDown(IReadOnlyList<AskedFeed> unreachable, IReadOnlyCollection<string> reached)
    {
        _dead.ExceptWith(reached);
        var telling = unreachable.Where(a => !IsItsOwn(a)).ToList();
        if (telling.Count <= MostUnreachable * (telling.Count + reached.Count))
        {
            if (reached.Count > 0)
            {
                _dead.UnionWith(_unreached.Keys.Concat(unreachable.Select(Id)).Except(reached, StringComparer.Ordinal));
                _unreached.Clear();
            }

            return false;
        }

        foreach (var asked in telling)
        {
            _unreached[Id(asked)] = (asked, _unreached.GetValueOrDefault(Id(asked)).IsCharged);
        }

        var isDown = _unreached.Values.Select(u => Host(u.Asked)).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= FewestHosts;
        if (!isDown)
        {
            telling.ForEach(asked => _unreached[Id(asked)] = (asked, IsCharged: true));
        }

        return isDown;
    }

    /// <summary>Whether a feed could not be reached while others were, and has not been since.</summary>
    public bool IsItsOwn(AskedFeed asked) => _dead.Contains(Id(asked));

    /// <summary>Feeds that were charged with a failure before it was clear that it is our network's, once.</summary>
    public IReadOnlyList<long> ToForgive()
    {
        List<AskedFeed> charged = [.. _unreached.Values.Where(u => u.IsCharged).Select(u => u.Asked)];
        charged.ForEach(asked => _unreached[Id(asked)] = (asked, IsCharged: false));
        return [.. charged.Select(a => a.Feed.Id)];
    }

    private static string Id(AskedFeed asked) => asked.Feed.Feed.Id;

    private static string Host(AskedFeed asked) => asked.Feed.Feed.Url is { } url ? WebAddress.Host(url) ?? "" : "";
}
