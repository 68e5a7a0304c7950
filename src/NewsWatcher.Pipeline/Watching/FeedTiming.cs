using System.Globalization;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>What an answer makes of a feed's state: its outcome, its failures in a row, when it is asked again.</summary>
public sealed class FeedTiming(WatchingOptions options, NextByCron cron)
{
    private const int GoneAnswers = 3;

    private readonly ScheduleBounds _bounds = new(options.DefaultEvery, options.MinEvery, options.MaxEvery);

    public PollOutcome Read(AskedFeed asked, FeedPoll.Fresh fresh, PolledBody body, DateTimeOffset now)
    {
        string?[] remarks =
        [
            asked.Feed.Address is { } address ? $"asked at {address}, where it has moved" : null,
            fresh.MovedTo is { } target ? $"has moved for good to {target.AbsoluteUri}" : null,
            fresh.Document.Damage is { } damage ? $"read in part: {damage}" : null,
            body.Left > 0 ? string.Create(CultureInfo.InvariantCulture, $"{body.Left} entries beyond the first {body.Entries.Count} were left out") : null,
            body.Repeated > 0 ? string.Create(CultureInfo.InvariantCulture, $"{body.Repeated} entries that repeat another were taken once") : null,
        ];
        var reason = string.Join("; ", remarks.OfType<string>());
        var outcome = fresh.MovedTo is null ? OutcomeClass.Ok : OutcomeClass.Moved;
        return Of(asked, outcome, reason.Length == 0 ? null : reason, now, Next(asked, outcome, errors: 0, body.Ttl, fresh.FreshFor, retryAfter: null, now)) with
        {
            Status = fresh.Status,
            Bytes = fresh.Bytes,
            Body = body,
        };
    }

    public PollOutcome Unchanged(AskedFeed asked, FeedPoll.Unchanged same, DateTimeOffset now) =>
        Of(asked, OutcomeClass.NotModified, reason: null, now, Next(asked, OutcomeClass.NotModified, errors: 0, asked.Feed.Ttl, same.FreshFor, retryAfter: null, now)) with
        {
            Status = same.Status,
            Bytes = same.Bytes,
            Validators = same.Validators,
        };

    public PollOutcome Failed(AskedFeed asked, FeedPoll.Failed failed, DateTimeOffset now)
    {
        var errors = asked.Feed.Errors + 1;
        var next = Next(asked, failed.Outcome, errors, asked.Feed.Ttl, freshFor: null, failed.RetryAfter, now);
        var outcome = Of(asked, failed.Outcome, failed.Reason, now, next) with
        {
            Status = failed.Status,
            Bytes = failed.Bytes,
            Errors = errors,
            NotBeforeAt = failed.Outcome == OutcomeClass.RateLimited ? next : null,
        };
        return failed.Outcome == OutcomeClass.Gone ? Gone(asked, outcome, now) : outcome;
    }

    /// <summary>Nothing is charged to the feed; it is asked again soon.</summary>
    public static PollOutcome NetworkDown(AskedFeed asked, FeedPoll.Failed failed, DateTimeOffset now) =>
        Of(asked, failed.Outcome, "our own network seems to be down: " + failed.Reason, now, now + FeedSchedule.NetworkDown) with
        {
            Errors = asked.Feed.Errors,
            GoneCount = asked.Feed.GoneCount,
            GoneCountedAt = asked.Feed.GoneCountedAt,
        };

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

    private DateTimeOffset Next(AskedFeed asked, OutcomeClass outcome, int errors, TimeSpan? ttl, TimeSpan? freshFor, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var feed = asked.Feed.Feed;
        var next = FeedSchedule.Next(now, new PollEnd
        {
            FeedId = feed.Id, Outcome = outcome, Errors = errors, Every = feed.Every, Ttl = ttl, FreshFor = freshFor, RetryAfter = retryAfter, Bounds = _bounds,
        });
        if (errors > 0 || feed.Cron is null || cron(feed.Cron, feed.TimeZone, now) is not { } time)
        {
            return next;
        }

        return time < now + _bounds.Shortest ? now + _bounds.Shortest : time;
    }

    private static PollOutcome Of(AskedFeed asked, OutcomeClass outcome, string? reason, DateTimeOffset now, DateTimeOffset next) => new()
    {
        FeedId = asked.Feed.Id, PollId = asked.PollId, At = now, Outcome = outcome, Reason = reason, NextPollAt = next,
    };
}
