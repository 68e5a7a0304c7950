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
    private const int KeptAtOnce = 32;

    private static readonly TimeSpan KeptAfter = TimeSpan.FromSeconds(1);

    private Reachability? _network;

    /// <param name="distrusts">Whether every feed is asked for everything.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<(IReadOnlyList<FeedReport> Reports, bool IsNetworkDown)> RunAsync(
        IReadOnlyList<StoredFeed> due, bool distrusts, CompiledCatalog catalog, IProgress<PassProgress>? progress, CancellationToken stopping, CancellationToken ct)
    {
        var (reports, unreachable) = (new ConcurrentBag<FeedReport>(), new ConcurrentBag<AskedFeed>());
        var (unchanged, waits) = (new Portions<AskedFeed>(KeptAtOnce), await WaitsAsync(due, ct));
        // Those that failed the last time come after the others: what hangs today commonly hung yesterday.
        var order = FairOrder.ByHost(due, f => f.Feed.Url).OrderBy(f => f.Errors > 0);
        await KeepingGatheredAsync(unchanged, reports, () => new FetchLanes(options.ParallelFeeds, clock).ForEachAsync(ClaimedAsync([.. order], stopping, ct), async (claimed, token) =>
        {
            using var room = feedPass.Room();
            if (await AskAsync(claimed.Feed, claimed.PollId, distrusts, waits, room, reports, token) is { } asked)
            {
                await KeepAsync(asked, catalog, waits, unchanged, unreachable, reports, token);
            }

            progress?.Report(new(reports.Count, due.Count, 0));
        }, ct), ct);
        Add(reports, await feedPass.KeepUnchangedAsync(unchanged.Rest(), ct));
        var network = _network ??= new(await feeds.UnreachedAsync(ct));
        var isDown = network.IsDown([.. unreachable], [.. reports.Where(r => r.Feed.Url is not null && r.Outcome != OutcomeClass.Blocked && r.WasAsked).Select(r => r.Feed.Id)]);
        // Before anything is charged: a process that ends here must not leave a failure that nobody takes back.
        await delays.RememberAsync(network.ToKeep(), ct);
        foreach (var asked in unreachable)
        {
            reports.Add(await feedPass.KeepAsync(asked, catalog, isDown && !network.IsItsOwn(asked), ct));
        }

        if (isDown)
        {
            LogNetworkDown(unreachable.Count);
            await delays.ForgiveAsync(network.ToForgive(), clock.GetUtcNow() + Feeds.FeedSchedule.NetworkDown, ct);
            await delays.RememberAsync(network.ToKeep(), ct);
        }

        return ([.. reports.OrderBy(r => r.Feed.Id, StringComparer.Ordinal)], isDown);
    }

    // Null for a feed whose host asked us to wait.
    private async Task<AskedFeed?> AskAsync(StoredFeed feed, long pollId, bool distrusts, HostWaits waits, BodyRoom room, ConcurrentBag<FeedReport> reports, CancellationToken ct)
    {
        if (waits.Until(feed, clock.GetUtcNow()) is { } until)
        {
            reports.Add(await feedPass.HoldAsync(feed, pollId, until, ct));
            return null;
        }

        return await feedPass.AskAsync(feed, pollId, distrusts, room, ct);
    }

    // Whose failure it is that a feed could not be reached is known only when all have been asked.
    private async Task KeepAsync(
        AskedFeed asked, CompiledCatalog catalog, HostWaits waits, Portions<AskedFeed> unchanged, ConcurrentBag<AskedFeed> unreachable, ConcurrentBag<FeedReport> reports, CancellationToken ct)
    {
        if (asked.IsUnreachable)
        {
            unreachable.Add(asked);
        }
        else if (asked.IsUnchanged)
        {
            Add(reports, await feedPass.KeepUnchangedAsync(unchanged.Add(asked), ct));
        }
        else
        {
            var report = await feedPass.KeepAsync(asked, catalog, isNetworkDown: false, ct);
            reports.Add(report);
            if (report.NotBefore is { } wait)
            {
                waits.Note(asked.Feed, wait);
            }
        }
    }

    // What a feed said is not to wait for others that hang.
    private async Task KeepingGatheredAsync(Portions<AskedFeed> unchanged, ConcurrentBag<FeedReport> reports, Func<Task> asks, CancellationToken ct)
    {
        using var often = new PeriodicTimer(KeptAfter, clock);
        var keeping = KeepOftenAsync();
        try
        {
            await asks();
        }
        finally
        {
            often.Dispose();
            await keeping;
        }

        async Task KeepOftenAsync()
        {
            while (await often.WaitForNextTickAsync(ct))
            {
                Add(reports, await feedPass.KeepUnchangedAsync(unchanged.Rest(), ct));
            }
        }
    }

    private static void Add(ConcurrentBag<FeedReport> reports, IReadOnlyList<FeedReport> more)
    {
        foreach (var report in more)
        {
            reports.Add(report);
        }
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
