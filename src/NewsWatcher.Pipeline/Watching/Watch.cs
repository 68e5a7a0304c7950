using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Joins the stages: due feeds are polled, due articles read, read items placed.</summary>
public sealed partial class Watch(
    CurrentCatalog current, FeedStore feeds, PollStore polls, ReadingStore readings, FeedPass feedPass, ReadingPass readingPass, PlacingPass placingPass,
    WatchingOptions options, FreeBytes free, TimeProvider clock, ILogger<Watch> log)
{
    private const int ClaimedAtOnce = 32;
    private const int MostDue = 10_000;
    private const int FewestHosts = 5;
    private const double MostUnreachable = 0.8;
    private const long FewForArticles = 200 * 1024 * 1024;
    private const long FewForPolls = 100 * 1024 * 1024;

    // A tick leaves the rest of a long queue of pages to the next one, so that feeds that come due meanwhile are not kept waiting.
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan RecheckAge = TimeSpan.FromDays(14);
    private static readonly TimeSpan OriginalsKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan DiskPause = TimeSpan.FromSeconds(60);

    private DateTimeOffset _prunedAt;
    private long? _diskFailedAt;
    private bool _hasFailed;

    /// <summary>Takes the configuration up and closes what a killed process left open. For the one process that holds the data.</summary>
    public async Task BeginAsync(CancellationToken ct)
    {
        await current.RefreshAsync(ct);
        await CloseInterruptedAsync(ct);
    }

    /// <summary>What is due now.</summary>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<PassReport> TickAsync(IProgress<PassProgress>? progress, CancellationToken stopping, CancellationToken ct)
    {
        if (_diskFailedAt is { } at && clock.GetElapsedTime(at) < DiskPause)
        {
            return new PassReport { IsStorageLow = true };
        }

        try
        {
            return await DueAsync(progress, stopping, ct);
        }
        catch (Exception e)
        {
            (_hasFailed, _diskFailedAt) = (true, Database.IsDisk(e) ? clock.GetTimestamp() : null);
            throw;
        }
    }

    private async Task<PassReport> DueAsync(IProgress<PassProgress>? progress, CancellationToken stopping, CancellationToken ct)
    {
        if (_hasFailed)
        {
            await CloseInterruptedAsync(ct);
            (_hasFailed, _diskFailedAt) = (false, null);
        }

        await current.RefreshAsync(ct);
        await PruneAsync(ct);
        var due = await feeds.DueAsync(clock.GetUtcNow(), MostDue, ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        enough.CancelAfter(ReadingTime);
        return await PassAsync(due, new PollRequest(), progress, (stopping, enough.Token), ct);
    }

    /// <summary>What a person asks for. Null when there is no such feed.</summary>
    public async Task<PassReport?> PollAsync(PollRequest request, IProgress<PassProgress>? progress, CancellationToken ct)
    {
        await current.RefreshAsync(ct);
        var now = clock.GetUtcNow();
        var asked = request.All || request.FeedId is not null ? await feeds.PollableAsync(now, ct) : await feeds.DueAsync(now, MostDue, ct);
        if (request.FeedId is { } id)
        {
            if (await feeds.FindAsync(id, ct) is null)
            {
                return null;
            }

            asked = [.. asked.Where(f => string.Equals(f.Feed.Id, id, StringComparison.Ordinal))];
        }

        if (request.Rechecks)
        {
            await readings.RecheckAsync(now - RecheckAge, now, ct);
        }

        return await PassAsync(asked, request, progress, (ct, ct), ct);
    }

    /// <summary>Reads and places what is due without polling: after a person added an item, where no other process holds the data.</summary>
    public Task<PassReport> SettleAsync(CancellationToken ct) => PassAsync([], new PollRequest(), progress: null, (ct, ct), ct);

    private async Task<PassReport> PassAsync(
        IReadOnlyList<StoredFeed> due, PollRequest request, IProgress<PassProgress>? progress, (CancellationToken Polling, CancellationToken Reading) stopping, CancellationToken ct)
    {
        var (room, catalog) = (free(), new CompiledCatalog(current.Catalog));
        if (room < FewForArticles)
        {
            LogStorageLow(room / (1024 * 1024), room < FewForPolls ? "nothing is polled" : "no articles are fetched");
        }

        if (room < FewForPolls)
        {
            return new PassReport { IsStorageLow = true };
        }

        var (reports, isDown) = await FeedsAsync(due, request.Rechecks, catalog, progress, stopping.Polling, ct);
        var tally = await readingPass.EntriesAsync(catalog, () => progress?.Report(new(reports.Count, reports.Count, 0)), stopping.Polling, ct);
        if (request.ReadsArticles && room >= FewForArticles)
        {
            tally += await readingPass.PagesAsync(catalog, t => progress?.Report(new(reports.Count, reports.Count, t.Read + t.Unreadable + t.Postponed + t.Failed)), stopping.Reading, ct);
        }

        var done = new PassProgress(reports.Count, reports.Count, tally.Read + tally.Unreadable + tally.Postponed + tally.Failed);
        var placed = await placingPass.RunAsync(catalog, () => progress?.Report(done), stopping.Polling, ct);
        return new PassReport { Feeds = reports, Readings = tally, Placed = placed, IsNetworkDown = isDown, IsStorageLow = room < FewForArticles };
    }

    private async Task<(IReadOnlyList<FeedReport> Reports, bool IsNetworkDown)> FeedsAsync(
        IReadOnlyList<StoredFeed> due, bool distrusts, CompiledCatalog catalog, IProgress<PassProgress>? progress, CancellationToken stopping, CancellationToken ct)
    {
        var reports = new ConcurrentBag<FeedReport>();
        var unreachable = new ConcurrentBag<AskedFeed>();
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.ParallelFeeds, CancellationToken = ct };
        await Parallel.ForEachAsync(ClaimedAsync(FairOrder.ByHost(due, f => f.Feed.Url), stopping, ct), parallel, async (claimed, token) =>
        {
            var asked = await feedPass.AskAsync(claimed.Feed, claimed.PollId, distrusts, token);
            if (asked.IsUnreachable)
            {
                unreachable.Add(asked);
                progress?.Report(new(reports.Count, due.Count, 0));
                return;
            }

            reports.Add(await feedPass.KeepAsync(asked, catalog, isNetworkDown: false, token));
            progress?.Report(new(reports.Count, due.Count, 0));
        });
        var isDown = IsNetworkDown([.. unreachable], reports.Count(r => r.Feed.Url is not null));
        if (isDown)
        {
            LogNetworkDown(unreachable.Count);
        }

        foreach (var asked in unreachable)
        {
            reports.Add(await feedPass.KeepAsync(asked, catalog, isDown, ct));
        }

        return ([.. reports.OrderBy(r => r.Feed.Id, StringComparer.Ordinal)], isDown);
    }

    // Which failures are our own network's is known only when all have been asked: until then nothing is charged to anybody.
    private static bool IsNetworkDown(IReadOnlyList<AskedFeed> unreachable, int reached)
    {
        var hosts = unreachable.Select(a => a.Feed.Feed.Url is { } url ? WebAddress.Host(url) : null).Distinct(StringComparer.OrdinalIgnoreCase).Count();
        return hosts >= FewestHosts && unreachable.Count > MostUnreachable * (unreachable.Count + reached);
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

    private async Task CloseInterruptedAsync(CancellationToken ct)
    {
        if (await polls.CloseInterruptedAsync(clock.GetUtcNow(), ct) is > 0 and var interrupted)
        {
            LogInterrupted(interrupted);
        }
    }

    private async Task PruneAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (now - _prunedAt < TimeSpan.FromDays(1))
        {
            return;
        }

        _prunedAt = now;
        if (await readings.PruneOriginalsAsync(now - OriginalsKept, ct) is > 0 and var pruned)
        {
            LogPruned(pruned);
        }
    }

    [LoggerMessage(LogLevel.Warning, "{Polls} polls were interrupted and are due again")]
    private partial void LogInterrupted(int polls);

    [LoggerMessage(LogLevel.Warning, "Only {Free} MiB are free on the disk: {What} until there is more")]
    private partial void LogStorageLow(long free, string what);

    [LoggerMessage(LogLevel.Warning, "The network seems to be down: {Feeds} feeds could not be reached and are asked again in two minutes")]
    private partial void LogNetworkDown(int feeds);

    [LoggerMessage(LogLevel.Information, "{Pages} pages that belong to no deal were let go after 90 days")]
    private partial void LogPruned(int pages);
}
