using Microsoft.Extensions.Logging;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Joins the stages: due feeds are polled, due articles read, read items placed.</summary>
public sealed partial class Watch(
    CurrentCatalog current, BasisStore bases, FeedStore feeds, DueFeeds dueFeeds, PollStore polls, DelayStore delays, ReadingStore readings, PollingPass pollingPass, ReadingPass readingPass,
    ReprocessStore reprocess, ReprocessPass reprocessPass, PlacingPass placingPass, FreeRoom free, TimeProvider clock, ILogger<Watch> log)
{
    // A tick leaves the rest of a long queue of pages to the next one, so that feeds that come due meanwhile are not kept waiting.
    private static readonly TimeSpan ReadingTime = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan ReprocessTime = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan RecheckAge = TimeSpan.FromDays(14);
    private static readonly TimeSpan OriginalsKept = TimeSpan.FromDays(90);

    private static readonly TimeSpan DiskPause = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ClockSlack = TimeSpan.FromMinutes(5);

    private const int MostReprocessed = 10_000;

    private DateTimeOffset _prunedAt;
    private long? _diskFailedAt;
    private bool _hasFailed;
    private DateTimeOffset? _lastSeen;
    private CompiledCatalog? _compiled;

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
        await HeedClockAsync(ct);
        var due = await dueFeeds.TakeAsync(clock.GetUtcNow(), ct);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        enough.CancelAfter(ReadingTime);
        var report = await PassAsync(due, new PollRequest(), progress, (stopping, enough.Token), ct);
        if (!report.IsStorageLow)
        {
            await ReprocessAsync(stopping, ct);
        }

        return report;
    }

    /// <summary>What a person asks for. Null when there is no such feed.</summary>
    public async Task<PassReport?> PollAsync(PollRequest request, IProgress<PassProgress>? progress, CancellationToken ct)
    {
        await current.RefreshAsync(ct);
        var now = clock.GetUtcNow();
        var asked = request.All || request.FeedId is not null ? await feeds.PollableAsync(now, ct) : await feeds.DueAsync(now, int.MaxValue, ct);
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
        var room = free();
        if (!room.IsEnoughForArticles)
        {
            LogStorageLow(room.Free / (1024 * 1024), room.IsEnoughForPolls ? "no articles are fetched" : "nothing is polled");
        }

        if (!room.IsEnoughForPolls)
        {
            return new PassReport { IsStorageLow = true };
        }

        var catalog = await CompiledAsync(ct);
        var (reports, isDown) = await pollingPass.RunAsync(due, request.Rechecks, catalog, progress, stopping.Polling, ct);
        var tally = new ReadingTally { Headlines = reports.Sum(r => r.Tally.Read), Apart = reports.Sum(r => r.Tally.Apart) };
        tally += await readingPass.EntriesAsync(catalog, () => progress?.Report(new(reports.Count, reports.Count, 0)), stopping.Polling, ct);
        if (request.ReadsArticles && room.IsEnoughForArticles)
        {
            tally += await readingPass.PagesAsync(catalog, t => progress?.Report(new(reports.Count, reports.Count, t.Read + t.Unreadable + t.Postponed + t.Failed)), stopping.Reading, ct);
        }

        var done = new PassProgress(reports.Count, reports.Count, tally.Read + tally.Unreadable + tally.Postponed + tally.Failed);
        var placed = await placingPass.RunAsync(catalog, () => progress?.Report(done), stopping.Polling, ct);
        return new PassReport { Feeds = reports, Readings = tally, Placed = placed + tally.Apart, IsNetworkDown = isDown, IsStorageLow = !room.IsEnoughForArticles };
    }

    // The readers of a configuration are made once, not at every tick.
    private async Task<CompiledCatalog> CompiledAsync(CancellationToken ct) => _compiled = _compiled is { } made && ReferenceEquals(made.Catalog, current.Catalog)
        ? made
        : new CompiledCatalog(current.Catalog, await bases.CurrentAsync(current.Catalog, clock.GetUtcNow(), ct));

    // A part of every tick, until all that was captured is known as the deals and rules in force read it.
    private async Task ReprocessAsync(CancellationToken stopping, CancellationToken ct)
    {
        var catalog = await CompiledAsync(ct);
        var left = await reprocess.CountAsync(catalog.Basis, ct);
        if (left > 0)
        {
            LogReprocessing(left);
            using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
            enough.CancelAfter(ReprocessTime);
            await reprocessPass.RunAsync(catalog, ReprocessScope.All, MostReprocessed, progress: null, enough.Token, ct);
            await placingPass.RunAsync(catalog, moved: null, stopping, ct);
        }
    }

    // Times that were reckoned from a clock gone wrong would leave every feed alone until that time comes.
    private async Task HeedClockAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var newest = _lastSeen ?? await feeds.NewestAttemptAsync(ct);
        _lastSeen = now;
        if (newest > now + ClockSlack)
        {
            LogClockWentBack(newest.Value, now, await delays.ResetAsync(now, ct));
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

    [LoggerMessage(LogLevel.Warning, "The clock went back from {Before:u} to {Now:u}: the due times of {Feeds} feeds were reckoned anew")]
    private partial void LogClockWentBack(DateTimeOffset before, DateTimeOffset now, int feeds);

    [LoggerMessage(LogLevel.Information, "{Items} items were read with other deals or rules than those in force: they are read again")]
    private partial void LogReprocessing(long items);

    [LoggerMessage(LogLevel.Information, "{Pages} pages that belong to no deal were let go after 90 days")]
    private partial void LogPruned(int pages);
}
