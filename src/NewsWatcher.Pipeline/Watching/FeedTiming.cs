using System.Globalization;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>What an answer makes of a feed's state: its outcome, its failures in a row, when it is asked again.</summary>
public sealed class FeedTiming(WatchingOptions options, NextByCron cron)
{
    private const int GoneAnswers = 3;

    private readonly ScheduleBounds _bounds = new(options.DefaultEvery, options.MinEvery, options.MaxEvery) { ShortestOfSharedHost = options.MinEverySharedHost, Lateness = options.Tick };

    /// <param name="foundNew">Whether the document held anything that the feed had not shown before.</param>
    public PollOutcome Read(AskedFeed asked, FeedPoll.Fresh fresh, PolledBody body, bool foundNew, DateTimeOffset now)
    {
        var feed = asked.Feed;
        string?[] remarks =
        [
            asked.Feed.Address is { } address ? $"asked at {address}, where it has moved" : null,
            Moved(fresh.MovedTo),
            fresh.Document.Damage is { } damage ? $"read in part: {damage}" : null,
            fresh.Document.Remark,
            body.Left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{body.Left} entries beyond the first {body.Entries.Count} were left out") : null,
            body.Repeated > 0 ? string.Create(CultureInfo.InvariantCulture, $"{body.Repeated} entries that repeat another were taken once") : null,
            body.Misdated > 0 ? string.Create(CultureInfo.InvariantCulture, $"{body.Misdated} entries with a date that no news can have count from when they were found") : null,
            body.IsAnother ? $"its title, its site and its entries are all others than before: what is new is kept apart until a person says that it is the same feed (feeds trust {feed.Feed.Id})" : null,
        ];
        var reason = string.Join("; ", remarks.OfType<string>());
        var outcome = fresh.MovedTo is null ? OutcomeClass.Ok : OutcomeClass.Moved;
        var rate = feed.FirstSuccessAt is null ? ChangeRate.OfDates(body.Entries.Select(e => e.Entry.Published).OfType<DateTimeOffset>(), now) : Seen(feed, foundNew, now);
        var next = Next(feed with { Rate = rate, Ttl = body.Ttl, Times = body.Times }, outcome, fresh.FreshFor, retryAfter: null, now);
        return Of(asked, outcome, reason.Length == 0 ? null : reason, now, next) with
        {
            Rate = rate,
            Status = fresh.Status,
            Bytes = fresh.Bytes,
            MovedTo = fresh.MovedTo?.AbsoluteUri,
            Body = body,
        };
    }

    public PollOutcome Unchanged(AskedFeed asked, FeedPoll.Unchanged same, DateTimeOffset now)
    {
        var (rate, outcome) = (Seen(asked.Feed, foundNew: false, now), same.MovedTo is null ? OutcomeClass.NotModified : OutcomeClass.Moved);
        return Of(asked, outcome, Moved(same.MovedTo), now, Next(asked.Feed with { Rate = rate }, outcome, same.FreshFor, retryAfter: null, now)) with
        {
            Rate = rate,
            Status = same.Status,
            Bytes = same.Bytes,
            MovedTo = same.MovedTo?.AbsoluteUri,
            Validators = same.Validators,
        };
    }

    private static string? Moved(Uri? target) => target is null ? null : $"has moved for good to {target.AbsoluteUri}";

    /// <summary>A failure, or a wait that the publisher asked for: the latter is no fault of the feed.</summary>
    public PollOutcome Failed(AskedFeed asked, FeedPoll.Failed failed, DateTimeOffset now)
    {
        var isLimit = failed.Outcome == OutcomeClass.RateLimited;
        var feed = asked.Feed with
        {
            Errors = asked.Feed.Errors + (isLimit ? 0 : 1),
            Limits = isLimit ? asked.Feed.Limits + 1 : 0,
            MissingSince = failed.Status is 404 or 403 ? asked.Feed.MissingSince ?? now : asked.Feed.MissingSince,
        };
        var next = Next(feed, failed.Outcome, freshFor: null, failed.RetryAfter, now);
        var outcome = Of(asked, failed.Outcome, failed.Reason, now, next) with
        {
            Status = failed.Status,
            Bytes = failed.Bytes,
            Errors = feed.Errors,
            Limits = feed.Limits,
            MissingSince = feed.MissingSince,
            NotBeforeAt = isLimit ? next : null,
        };
        return failed.Outcome == OutcomeClass.Gone ? Gone(asked, outcome, now) : outcome;
    }

    /// <summary>Nothing is charged to the feed; it is asked again soon.</summary>
    public static PollOutcome NetworkDown(AskedFeed asked, FeedPoll.Failed failed, DateTimeOffset now) =>
        Uncharged(asked, failed.Outcome, "our own network seems to be down: " + failed.Reason, now, now + FeedSchedule.NetworkDown);

    /// <summary>Left alone because its host asked several feeds to wait. They come back one after the other.</summary>
    public PollOutcome Held(StoredFeed feed, long pollId, DateTimeOffset until, DateTimeOffset now)
    {
        var next = FeedSchedule.Spread(until, _bounds.ShortestOfSharedHost, feed.Feed.Id);
        return Uncharged(new(feed, pollId, WasFull: false, new FeedPoll.Unchanged(null, 0, null, null)), OutcomeClass.RateLimited,
            $"not asked: {feed.Host} told three or more of its feeds to wait", now, next) with
        {
            NotBeforeAt = next,
        };
    }

    private static PollOutcome Uncharged(AskedFeed asked, OutcomeClass outcome, string reason, DateTimeOffset now, DateTimeOffset next) =>
        Of(asked, outcome, reason, now, next) with
        {
            Errors = asked.Feed.Errors,
            Limits = asked.Feed.Limits,
            MissingSince = asked.Feed.MissingSince,
            GoneCount = asked.Feed.GoneCount,
            GoneCountedAt = asked.Feed.GoneCountedAt,
        };

    private static ChangeRate Seen(StoredFeed feed, bool foundNew, DateTimeOffset now) => feed.Rate.After(now - (feed.LastSuccessAt ?? now), foundNew);

    // Gone for good only after three answers on three days: a 410 for an hour is somebody's mistake.
    private static PollOutcome Gone(AskedFeed asked, PollOutcome outcome, DateTimeOffset now)
    {
        var isCounted = asked.Feed.GoneCountedAt is not { } last || now - last >= TimeSpan.FromHours(24);
        var count = asked.Feed.GoneCount + (isCounted ? 1 : 0);
        return outcome with
        {
            GoneCount = count,
            GoneCountedAt = isCounted ? now : asked.Feed.GoneCountedAt,
            IsGone = count >= GoneAnswers,
            Reason = string.Create(CultureInfo.InvariantCulture, $"{outcome.Reason} ({count} of {GoneAnswers} answers)"),
        };
    }

    private DateTimeOffset Next(StoredFeed stored, OutcomeClass outcome, TimeSpan? freshFor, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var (feed, isFine) = (stored.Feed, outcome is OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved);
        var next = FeedSchedule.Next(now, new PollEnd
        {
            FeedId = feed.Id, Outcome = outcome, Errors = isFine ? 0 : stored.Errors, Limits = stored.Limits, Every = feed.Every, Rate = stored.Rate, Ttl = stored.Ttl, FreshFor = freshFor,
            RetryAfter = retryAfter, Times = feed.Cron is null ? stored.Times : PublishingTimes.Any, SharesHost = stored.SharesHost, Bounds = _bounds,
        });
        if (!isFine || feed.Cron is null || cron(feed.Cron, feed.TimeZone, now) is not { } time)
        {
            return next;
        }

        return time < now + _bounds.Shortest ? now + _bounds.Shortest : time;
    }

    private static PollOutcome Of(AskedFeed asked, OutcomeClass outcome, string? reason, DateTimeOffset now, DateTimeOffset next) => new()
    {
        FeedId = asked.Feed.Id, PollId = asked.PollId, At = now, Outcome = outcome, Reason = reason, NextPollAt = next, Rate = asked.Feed.Rate,
    };
}
