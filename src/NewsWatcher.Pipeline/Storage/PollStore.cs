using System.Data.Common;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>The first of the two transactions: a poll's entries, validators, feed state and due article reads, all or nothing.</summary>
public sealed class PollStore(Database database)
{
    // After as many failures in a row the configured address is asked again.
    private const int FailuresToReturn = 3;

    /// <summary>Notes that a poll begins. The id of its row.</summary>
    public async Task<long> BeginAsync(long feedId, DateTimeOffset now, CancellationToken ct) => (await BeginAsync([feedId], now, ct))[0];

    /// <summary>Claims feeds for polls that begin soon, in one transaction. The ids of their rows, in order.</summary>
    public Task<IReadOnlyList<long>> BeginAsync(IReadOnlyList<long> feedIds, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        var ids = StoredJson.Of(feedIds);
        await db.RunAsync("update feeds set last_attempt_at = @now where id in (select value from json_each(@ids))", new { ids, now }, ct);
        var begun = await db.RowsAsync<BegunPoll>("insert into polls (feed_id, started_at, outcome) select value, @now, 'running' from json_each(@ids) returning feed_id, id", new { ids, now }, ct);
        var polls = begun.ToDictionary(p => p.FeedId, p => p.Id);
        return (IReadOnlyList<long>)[.. feedIds.Select(id => polls[id])];
    }, ct);

    /// <summary>Closes polls that a killed process left open, and makes their feeds due.</summary>
    public Task<int> CloseInterruptedAsync(DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        await db.RunAsync("update feeds set next_poll_at = @now where next_poll_at > @now and id in (select feed_id from polls where outcome = 'running')", new { now }, ct);
        await db.RunAsync("update feeds set next_poll_at = @now where " + FeedStore.TooFar, new { now, furthest = FeedStore.Furthest(now) }, ct);
        return await db.RunAsync("update polls set outcome = 'interrupted', finished_at = @now where outcome = 'running'", new { now }, ct);
    }, ct);

    /// <summary>Ends a poll: together with others that end just now, each of them kept or not by itself.</summary>
    public Task<PollTally> FinishAsync(PollOutcome poll, CancellationToken ct) => database.WriteTogetherAsync(db => FinishAsync(db, poll, ct), ct);

    /// <summary>Ends polls that brought nothing, all in one transaction: one that is lost is asked again.</summary>
    public Task FinishAllAsync(IReadOnlyList<PollOutcome> unchanged, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var poll in unchanged)
        {
            await FinishAsync(db, poll, ct);
        }
    }, ct);

    private static async Task<PollTally> FinishAsync(DbConnection db, PollOutcome poll, CancellationToken ct)
    {
        var tally = poll.Body is { } body ? await EntryWriter.SaveAsync(db, poll, body, ct) : PollTally.Nothing;
        if (poll.Body is not null || poll.MovedTo is not null)
        {
            await FeedMoveStore.SayAsync(db, poll, ct);
        }

        await SaveBodyAsync(db, poll, ct);
        if (poll.Errors >= FailuresToReturn)
        {
            await FeedMoveStore.GiveUpAsync(db, poll, ct);
        }

        var isFine = poll.Outcome is OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved;
        await db.RunAsync("""
            update feeds set outcome = @outcome, reason = @Reason, errors = @Errors, limits = @Limits, missing_since = @MissingSince,
                next_poll_at = @NextPollAt, not_before_at = @NotBeforeAt, batches = @Batches, watched_seconds = @TotalSeconds,
                last_success_at = case when @isFine then @At else last_success_at end,
                first_success_at = case when @isFine then coalesce(first_success_at, @At) else first_success_at end,
                gone_at = case when @IsGone then @At end, gone_count = @GoneCount, gone_counted_at = @GoneCountedAt
            where id = @FeedId
            """, new
        {
            outcome = OutcomeWords.Of(poll.Outcome), poll.Reason, poll.Errors, poll.Limits, poll.MissingSince, poll.NextPollAt, poll.NotBeforeAt,
            poll.Rate.Batches, poll.Rate.Watched.TotalSeconds, poll.IsGone, poll.GoneCount, poll.GoneCountedAt, poll.At, poll.FeedId, isFine,
        }, ct);
        await db.RunAsync("""
            update polls set finished_at = @At, outcome = @outcome, reason = @Reason, status = @Status, bytes = @Bytes,
                entries = @Entries, added = @Added, changed = @Changed, next_poll_at = @NextPollAt where id = @PollId
            """, new { poll.At, outcome = OutcomeWords.Of(poll.Outcome), poll.Reason, poll.Status, poll.Bytes, tally.Entries, tally.Added, tally.Changed, poll.NextPollAt, poll.PollId }, ct);
        return tally;
    }

    // Validators are kept of a body that was received whole, in the transaction that keeps what it said.
    private static async Task SaveBodyAsync(DbConnection db, PollOutcome poll, CancellationToken ct)
    {
        if (poll.Body is { } body)
        {
            // Whoever speaks through a redirect that nobody has proved, or in another's name, does not say what the feed is known by.
            await db.RunAsync("""
                update feeds set etag = @ETag, last_modified = @LastModified, content_hash = @ContentHash, full_fetch_at = @At,
                    title = case when @isNamed or title is null then coalesce(@Title, title) else title end,
                    site = case when @isNamed or site is null then coalesce(@Site, site) else site end,
                    document_id = case when @isNamed or document_id is null then coalesce(@Id, document_id) else document_id end,
                    identity_changed_at = case when @IsAnother then coalesce(identity_changed_at, @At) end,
                    by_link = @byLink, ttl_seconds = @ttl, skipped_hours = @SkippedHours, skipped_days = @SkippedDays, update_base = @Base where id = @FeedId
                """, new
            {
                body.Validators.ETag, body.Validators.LastModified, body.ContentHash, body.Identity.Title, body.Identity.Site, body.Identity.Id, body.IsAnother,
                isNamed = !body.IsAnother && poll.MovedTo is null, body.Times.SkippedHours, body.Times.SkippedDays, body.Times.Base,
                byLink = (body.ByLink ? 1L : 0) | (body.ByTitle ? 2L : 0), ttl = (long?)body.Ttl?.TotalSeconds, poll.At, poll.FeedId,
            }, ct);
        }
        else if (poll.Validators is { } validators)
        {
            await db.RunAsync("update feeds set etag = @ETag, last_modified = @LastModified, full_fetch_at = @At where id = @FeedId",
                new { validators.ETag, validators.LastModified, poll.At, poll.FeedId }, ct);
        }
    }

    private sealed record BegunPoll
    {
        public long FeedId { get; init; }

        public long Id { get; init; }
    }
}
