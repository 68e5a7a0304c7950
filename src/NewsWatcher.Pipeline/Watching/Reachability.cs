using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Tells "network down" from "feed down". A tick may ask only a few feeds, so that what could not be reached is remembered until it is.</summary>
internal sealed class Reachability
{
    private const int FewestHosts = 5;
    private const double MostUnreachable = 0.8;

    private readonly Dictionary<string, (StoredFeed Feed, Reach Reach)> _unreached = new(StringComparer.Ordinal);
    private readonly Dictionary<long, Reach?> _changes = [];

    /// <param name="remembered">Feeds with their <see cref="StoredFeed.Reach"/>, as an earlier process left them.</param>
    public Reachability(IEnumerable<StoredFeed> remembered)
    {
        foreach (var feed in remembered)
        {
            Note(feed, feed.Reach);
        }

        _changes.Clear();
    }

    /// <summary>Notes a tick. Whether our own network is down: nothing is to be charged then but what <see cref="IsItsOwn"/>.</summary>
    /// <param name="reached">The feeds that got any answer from the network.</param>
    public bool IsDown(IReadOnlyList<AskedFeed> unreachable, IReadOnlyCollection<string> reached)
    {
        foreach (var id in reached.Where(_unreached.ContainsKey))
        {
            Note(_unreached[id].Feed, reach: null);
        }

        var telling = unreachable.Where(a => !IsItsOwn(a)).Select(a => a.Feed).ToList();
        if (telling.Count <= MostUnreachable * (telling.Count + reached.Count))
        {
            // A handful of dead hosts would else pass for our network every two minutes.
            foreach (var feed in reached.Count > 0 ? _unreached.Values.Select(u => u.Feed).Concat(telling).ToList() : [])
            {
                Note(feed, Reach.Dead);
            }

            return false;
        }

        telling.ForEach(feed => Note(feed, _unreached.TryGetValue(feed.Feed.Id, out var known) ? known.Reach : Reach.Waiting));
        var isDown = _unreached.Values.Where(u => u.Reach != Reach.Dead).Select(u => Host(u.Feed)).Distinct(StringComparer.OrdinalIgnoreCase).Count() >= FewestHosts;
        if (!isDown)
        {
            telling.ForEach(feed => Note(feed, Reach.Charged));
        }

        return isDown;
    }

    /// <summary>Whether a feed could not be reached while others were, and has not been since.</summary>
    public bool IsItsOwn(AskedFeed asked) => _unreached.TryGetValue(asked.Feed.Feed.Id, out var known) && known.Reach == Reach.Dead;

    /// <summary>Feeds that were charged with a failure before it was clear that it is our network's, once.</summary>
    public IReadOnlyList<long> ToForgive()
    {
        List<StoredFeed> charged = [.. _unreached.Values.Where(u => u.Reach == Reach.Charged).Select(u => u.Feed)];
        charged.ForEach(feed => Note(feed, Reach.Waiting));
        return [.. charged.Select(f => f.Id)];
    }

    /// <summary>What is to be kept for a process that comes after this one, once. Null for a feed that was reached.</summary>
    public IReadOnlyDictionary<long, Reach?> ToKeep()
    {
        var changes = new Dictionary<long, Reach?>(_changes);
        _changes.Clear();
        return changes;
    }

    private void Note(StoredFeed feed, Reach? reach)
    {
        if (reach == (_unreached.TryGetValue(feed.Feed.Id, out var known) ? known.Reach : null))
        {
            return;
        }

        _changes[feed.Id] = reach;
        if (reach is { } now)
        {
            _unreached[feed.Feed.Id] = (feed, now);
        }
        else
        {
            _unreached.Remove(feed.Feed.Id);
        }
    }

    private static string Host(StoredFeed feed) => feed.Feed.Url is { } url ? WebAddress.Host(url) ?? "" : "";
}
