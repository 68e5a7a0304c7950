using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>What a tick polls. Where more is due than a tick may take, as after a first start or a long sleep, all of it is spread over the next ones.</summary>
public sealed class DueFeeds(FeedStore feeds, DelayStore delays, WatchingOptions options)
{
    /// <summary>Most polls of a tick, and most of them at one host.</summary>
    internal const int Most = 1_000;
    internal const int MostOfAHost = 60;

    // Half of a tick is left to what comes due by its own interval meanwhile.
    private const int Spread = Most / 2;
    private const int SpreadOfAHost = MostOfAHost / 2;

    /// <summary>The feeds of this tick, in an order in which no host waits for all of another's.</summary>
    public async Task<IReadOnlyList<StoredFeed>> TakeAsync(DateTimeOffset now, CancellationToken ct)
    {
        var due = await feeds.DueAsync(now, Most + 1, ct);
        if (due.Count > Most || due.Where(f => f.Host is not null).CountBy(f => f.Host ?? "", StringComparer.Ordinal).Any(h => h.Value > MostOfAHost))
        {
            await delays.SpreadAsync(now, options.Tick, Spread, SpreadOfAHost, ct);
            due = await feeds.DueAsync(now, Most, ct);
        }

        return FairOrder.ByHost(due, f => f.Feed.Url);
    }
}
