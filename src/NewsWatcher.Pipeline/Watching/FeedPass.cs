using Microsoft.Extensions.Logging;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>One feed, once: asked, and what it said kept in one transaction with its state and the article reads that follow from it.</summary>
public sealed partial class FeedPass(FeedPoller poller, PollStore polls, QuarantineStore quarantine, EntryPass entryPass, FeedTiming timing, TimeProvider clock, ILogger<FeedPass> log)
{
    private static readonly TimeSpan FullFetchEvery = TimeSpan.FromDays(7);

    /// <summary>For one feed, held until it has been kept.</summary>
    public BodyRoom Room() => poller.Room();

    /// <summary>Asks the feed. A feed that failed last time, was not fetched whole for a week, or just said that it has moved, is asked for everything, so that a 304 proves nothing about it.</summary>
    /// <param name="distrusts">Asks for everything in any case: what a server calls unchanged may be a file with an old date.</param>
    public async Task<AskedFeed> AskAsync(StoredFeed feed, long pollId, bool distrusts, BodyRoom room, CancellationToken ct)
    {
        var isFull = distrusts || feed.Errors > 0 || feed.FullFetchAt is null || feed.MovedAt is not null || (feed.MovedTo is not null && feed.MovedSaidAt == feed.LastSuccessAt) || clock.GetUtcNow() - feed.FullFetchAt >= FullFetchEvery;
        var answer = await BoundaryAsync(feed, () => poller.PollAsync(Addressed(feed), isFull ? Validators.None : feed.Validators, isFull ? null : feed.ContentHash, room, ct), ct);
        return new(feed, pollId, isFull, answer);
    }

    private static Feed Addressed(StoredFeed feed) => feed.Address is { } address ? feed.Feed with { Url = new Uri(address) } : feed.Feed;

    /// <param name="isNetworkDown">Whether our own network failed: an unreachable feed is then asked again soon and not charged with anything.</param>
    public async Task<FeedReport> KeepAsync(AskedFeed asked, CompiledCatalog catalog, bool isNetworkDown, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var outcome = asked.Answer switch
        {
            FeedPoll.Fresh fresh when Captured(asked, fresh, catalog, now) is { } body => await FreshAsync(asked, fresh, body, catalog, now, ct),
            FeedPoll.Fresh fresh => timing.Failed(asked, new(OutcomeClass.ParseError, "reading it failed in NewsWatcher itself", fresh.Bytes, fresh.Status, null, false), now),
            FeedPoll.Unchanged when asked is { WasFull: true } => timing.Failed(asked, new(OutcomeClass.HttpError, "answered \"not modified\" to a question without conditions", 0, 304, null, false), now),
            FeedPoll.Unchanged same => timing.Unchanged(asked, same, now),
            FeedPoll.Failed failed when isNetworkDown && failed.IsUnreachable => FeedTiming.NetworkDown(asked, failed, now),
            FeedPoll.Failed failed => timing.Failed(asked, failed, now),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var tally = await FinishAsync(outcome, ct);
        var report = new FeedReport(asked.Feed.Feed, outcome.Outcome, outcome.Reason, tally) { NotBefore = outcome.NotBeforeAt };
        Log(asked.Feed, report, outcome, isNetworkDown);
        return report;
    }

    /// <summary>Writes down feeds that had nothing new, in one transaction.</summary>
    public async Task<IReadOnlyList<FeedReport>> KeepUnchangedAsync(IReadOnlyList<AskedFeed> asked, CancellationToken ct)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var now = clock.GetUtcNow();
        var outcomes = asked.Select(a => timing.Unchanged(a, (FeedPoll.Unchanged)a.Answer, now)).ToList();
        await polls.FinishAllAsync(outcomes, ct);
        var reports = asked.Zip(outcomes, (a, outcome) => new FeedReport(a.Feed.Feed, outcome.Outcome, outcome.Reason, PollTally.Nothing)).ToList();
        for (var i = 0; i < reports.Count; i++)
        {
            Log(asked[i].Feed, reports[i], outcomes[i], isNetworkDown: false);
        }

        return reports;
    }

    /// <summary>Leaves a feed alone whose host asked others to wait; its history says so.</summary>
    public async Task<FeedReport> HoldAsync(StoredFeed feed, long pollId, DateTimeOffset until, CancellationToken ct)
    {
        var outcome = timing.Held(feed, pollId, until, clock.GetUtcNow());
        return new(feed.Feed, outcome.Outcome, outcome.Reason, await polls.FinishAsync(outcome, ct)) { WasAsked = false };
    }

    // When the database refuses what was read of one entry, all are kept to be read later, one by one.
    private async Task<PollTally> FinishAsync(PollOutcome outcome, CancellationToken ct)
    {
        try
        {
            return await polls.FinishAsync(outcome, ct);
        }
        catch (Exception e) when (Database.IsRefusal(e) && outcome.Body is { } body && body.Entries.Any(x => x.Reading is not null))
        {
            LogRefused(outcome.FeedId, e);
            return await polls.FinishAsync(outcome with { Body = body with { Entries = [.. body.Entries.Select(x => x with { Reading = null })] } }, ct);
        }
    }

    private async Task<PollOutcome> FreshAsync(AskedFeed asked, FeedPoll.Fresh fresh, PolledBody body, CompiledCatalog catalog, DateTimeOffset now, CancellationToken ct)
    {
        if (asked.Feed.FirstSuccessAt is null)
        {
            return timing.Read(asked, fresh, Read(body, new HashSet<string>(), catalog, now), foundNew: true, now);
        }

        var (known, trusted) = await quarantine.KnownAsync(asked.Feed.Id, body.Entries, ct);
        var isAnother = asked.Feed.Identity.IsAnother(body.Identity, body.Entries.Count, trusted);
        if (isAnother && asked.Feed.IdentityChangedAt is null)
        {
            LogAnother(asked.Feed.Feed.Id, asked.Feed.Identity.Title, asked.Feed.Identity.Site, body.Identity.Title, body.Identity.Site);
        }

        return timing.Read(asked, fresh, Read(body, known, catalog, now) with { IsAnother = isAnother }, foundNew: known.Count < body.Entries.Count, now);
    }

    // What needs no page is read before the transaction that keeps its entry: nothing of it has to be written and fetched twice.
    private PolledBody Read(PolledBody body, IReadOnlySet<string> known, CompiledCatalog catalog, DateTimeOffset now) => body with
    {
        Entries = [.. body.Entries.Select(e => e.ReadsPage || known.Contains(e.Key) ? e : e with { Reading = entryPass.ReadEntry(e.Due(now), catalog, reason: null) })],
    };

    // Null when our own code failed on it, which is logged.
    private PolledBody? Captured(AskedFeed asked, FeedPoll.Fresh fresh, CompiledCatalog catalog, DateTimeOffset now)
    {
        try
        {
            var (entries, byLink, byTitle, repeated, misdated, left) = new EntryCapture(asked.Feed, catalog, now).Of(fresh.Document.Entries);
            return new PolledBody(fresh.Document.Title, fresh.Validators, fresh.Hash, entries, left)
            {
                ByLink = byLink, ByTitle = byTitle, Repeated = repeated, Misdated = misdated, Ttl = fresh.Document.Ttl, Times = fresh.Document.Times,
                Identity = FeedIdentity.Of(fresh.Document),
            };
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            LogUnexpected(asked.Feed.Feed.Id, e);
            return null;
        }
    }

    // The boundary of a feed: a body that finds a fault in our own code must not stop the others.
    private async Task<FeedPoll> BoundaryAsync(StoredFeed feed, Func<Task<FeedPoll>> ask, CancellationToken ct)
    {
        try
        {
            return await ask();
        }
        catch (Exception e) when (!ct.IsCancellationRequested && e is not OutOfMemoryException)
        {
            LogUnexpected(feed.Feed.Id, e);
            return new FeedPoll.Failed(OutcomeClass.ParseError, $"polling it failed in NewsWatcher itself ({e.GetType().Name})", 0, null, null, IsUnreachable: false);
        }
    }

    // One line says that the network is down, not one a feed every two minutes; a feed that goes on failing is told once.
    private void Log(StoredFeed feed, FeedReport report, PollOutcome outcome, bool isNetworkDown)
    {
        if (outcome.MissingSince is { } since && (feed with { MissingSince = since }).IsMissing(outcome.At) && !feed.IsMissing(feed.LastAttemptAt ?? since))
        {
            LogMissing(feed.Feed.Id, report.Reason?.TrimEnd('.'), since);
        }
        else if (!report.IsFine && !isNetworkDown && ((feed.Errors == 0 && feed.Limits == 0) || outcome.IsGone))
        {
            LogFailed(feed.Feed.Id, report.Outcome, report.Reason?.TrimEnd('.'), outcome.NextPollAt);
        }
        else if (report.Tally.Added + report.Tally.Changed > 0)
        {
            LogCaptured(feed.Feed.Id, report.Tally.Added, report.Tally.Changed);
        }
        else
        {
            LogPolled(feed.Feed.Id, report.Outcome, report.Reason, outcome.NextPollAt);
        }
    }

    [LoggerMessage(LogLevel.Information, "{Feed}: {Added} new, {Changed} edited")]
    private partial void LogCaptured(string feed, int added, int changed);

    [LoggerMessage(LogLevel.Debug, "{Feed}: {Outcome} {Reason}, again at {Next:u}")]
    private partial void LogPolled(string feed, OutcomeClass outcome, string? reason, DateTimeOffset next);

    [LoggerMessage(LogLevel.Warning, "{Feed}: {Outcome}: {Reason}. Again at {Next:u}")]
    private partial void LogFailed(string feed, OutcomeClass outcome, string? reason, DateTimeOffset next);

    [LoggerMessage(LogLevel.Warning, "{Feed}: {Reason}, and so it has for a week, since {Since:u}: its address needs looking after")]
    private partial void LogMissing(string feed, string? reason, DateTimeOffset since);

    [LoggerMessage(LogLevel.Warning, "{Feed}: {Title} ({Site}) seems to have become {OtherTitle} ({OtherSite}): its new entries are kept apart until somebody says: feeds trust {Feed}")]
    private partial void LogAnother(string feed, string? title, string? site, string? otherTitle, string? otherSite);

    [LoggerMessage(LogLevel.Error, "Feed {Feed}: what its entries say could not be kept at once and is read again one by one")]
    private partial void LogRefused(long feed, Exception fault);

    [LoggerMessage(LogLevel.Error, "{Feed}: an unexpected fault")]
    private partial void LogUnexpected(string feed, Exception fault);
}
