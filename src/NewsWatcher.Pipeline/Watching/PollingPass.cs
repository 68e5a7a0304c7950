using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Polls due feeds, several at once and fair over hosts; leaves hosts alone that asked for it, and charges nobody with a failure of our own network.</summary>
public sealed partial class PollingPass(FeedStore feeds, PollStore polls, DelayStore delays, FeedPass feedPass, WatchingOptions options, TimeProvider clock, ILogger<PollingPass> log)
{
    private const int ClaimedAtOnce = 128;

    private readonly Reachability _network = new();

    /// <param name="distrusts">Whether every feed is asked for everything.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<(IReadOnlyList<FeedReport> Reports, bool IsNetworkDown)> RunAsync(
        IReadOnlyList<StoredFeed> due, bool distrusts, CompiledCatalog catalog, IProgress<PassProgress>? progress, CancellationToken stopping, CancellationToken ct)
    {
        var reports = new ConcurrentBag<FeedReport>();
        var unreachable = new ConcurrentBag<AskedFeed>();
        var waits = await WaitsAsync(due, ct);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ParallelFeeds, CancellationToken = ct };
        await Parallel.ForEachAsync(ClaimedAsync(FairOrder.ByHost(due, f => f.Feed.Url), stopping, ct), parallel, async (claimed, token) =>
        {
            if (await PollAsync(claimed.Feed, claimed.PollId, distrusts, catalog, waits, unreachable, token) is { } report)
            {
                reports.Add(report);
            }

            progress?.Report(new(reports.Count, due.Count, 0));
        });
        var isDown = _network.IsDown([.. unreachable], reports.Count(r => r.Feed.Url is not null && r.Outcome != OutcomeClass.Blocked && r.WasAsked));
        foreach (var asked in unreachable)
        {
            reports.Add(await feedPass.KeepAsync(asked, catalog, isDown, ct));
        }

        if (isDown)
        {
            LogNetworkDown(unreachable.Count);
            await delays.ForgiveAsync(_network.ToForgive(), clock.GetUtcNow() + Feeds.FeedSchedule.NetworkDown, ct);
        }

        return ([.. reports.OrderBy(r => r.Feed.Id, StringComparer.Ordinal)], isDown);
    }

    // Null for a feed that could not be reached: whose failure that is, is known only when all have been asked.
    private async Task<FeedReport?> PollAsync(
        StoredFeed feed, long pollId, bool distrusts, CompiledCatalog catalog, HostWaits waits, ConcurrentBag<AskedFeed> unreachable, CancellationToken ct)
    {
        if (waits.Until(feed, clock.GetUtcNow()) is { } until)
        {
            return await feedPass.HoldAsync(feed, pollId, until, ct);
        }

        var asked = await feedPass.AskAsync(feed, pollId, distrusts, ct);
        if (asked.IsUnreachable)
        {
            unreachable.Add(asked);
            return null;
        }

        var report = await feedPass.KeepAsync(asked, catalog, isNetworkDown: false, ct);
        if (report.NotBefore is { } wait)
        {
            waits.Note(feed, wait);
        }

        return report;
    }

    private async Task<HostWaits> WaitsAsync(IReadOnlyList<StoredFeed> due, CancellationToken ct)
    {
        var waits = new HostWaits();
        if (due.Count > 0)
        {
            foreach (var feed in await feeds.LimitedAsync(clock.GetUtcNow(), ct))
            {
                waits.Note(feed, feed.NotBeforeAt ?? DateTimeOffset.MinValue);
            }
        }

        return waits;
    }

    private async IAsyncEnumerable<(StoredFeed Feed, long PollId)> ClaimedAsync(IReadOnlyList<StoredFeed> due, CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var feedsAtOnce in due.Chunk(ClaimedAtOnce))
        {
            if (stopping.IsCancellationRequested)
            {
                yield break;
            }

            var claimed = await polls.BeginAsync([.. feedsAtOnce.Select(f => f.Id)], clock.GetUtcNow(), ct);
            foreach (var pair in feedsAtOnce.Zip(claimed))
            {
                yield return pair;
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "The network seems to be down: {Feeds} feeds could not be reached and are asked again in two minutes")]
    private partial void LogNetworkDown(int feeds);
}
