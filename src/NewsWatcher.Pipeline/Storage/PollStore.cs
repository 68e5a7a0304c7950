using System.Data.Common;
using NewsWatcher.Feeds;
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

    public Task<PollTally> FinishAsync(PollOutcome poll, CancellationToken ct) => database.WriteAsync(db => FinishAsync(db, poll, ct), ct);

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
        var tally = poll.Body is { } body ? await SaveEntriesAsync(db, poll, body, ct) : PollTally.Nothing;
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
            await FeedMoveStore.SayAsync(db, poll, body, ct);
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
                isNamed = body is { IsAnother: false, MovedTo: null }, body.Times.SkippedHours, body.Times.SkippedDays, body.Times.Base,
                byLink = (body.ByLink ? 1L : 0) | (body.ByTitle ? 2L : 0), ttl = (long?)body.Ttl?.TotalSeconds, poll.At, poll.FeedId,
            }, ct);
        }
        else if (poll.Validators is { } validators)
        {
            await db.RunAsync("update feeds set etag = @ETag, last_modified = @LastModified, full_fetch_at = @At where id = @FeedId",
                new { validators.ETag, validators.LastModified, poll.At, poll.FeedId }, ct);
        }
    }

    private static async Task<PollTally> SaveEntriesAsync(DbConnection db, PollOutcome poll, PolledBody body, CancellationToken ct)
    {
        var tally = PollTally.Nothing with { Entries = body.Entries.Count };
        var searched = new SearchStories(db, poll.At);
        foreach (var entry in body.Entries)
        {
            var known = await db.RowAsync<KnownEntry>("""
                select e.id, e.hash, e.link, e.item_id, i.quarantined_by from entries e join items i on i.id = e.item_id where e.feed_id = @FeedId and e.key = @Key
                """, new { poll.FeedId, entry.Key }, ct);
            if (known is null)
            {
                var (itemId, isNew) = await ItemAsync(db, searched, poll, entry, body.IsAnother, ct);
                await InsertAsync(db, poll, entry, itemId, ct);
                tally = isNew ? tally with { Added = tally.Added + 1 } : tally;
            }
            else
            {
                tally = await SeeAgainAsync(db, poll, entry, known, body.IsAnother, ct) ? tally with { Changed = tally.Changed + 1 } : tally;
            }
        }

        return tally;
    }

    private static async Task<(long Id, bool IsNew)> ItemAsync(DbConnection db, SearchStories searched, PollOutcome poll, CapturedEntry entry, bool isAnother, CancellationToken ct)
    {
        var args = new { entry.CanonicalUrl, entry.FoldedTitle, entry.Url, entry.Entry.Title, entry.OutletId, entry.Entry.SourceName, entry.Language, entry.Entry.Published, entry.ReadsPage, now = poll.At, quarantine = isAnother ? poll.FeedId : (long?)null };
        // An edited headline stays with the item that it was first known by: a new id for it is no new story.
        var known = await db.RowAsync<KnownItem>("""
            select id, quarantined_by from items where canonical_url = @CanonicalUrl and folded_title = @FoldedTitle
            union all
            select i.id, i.quarantined_by from items i join entries e on e.item_id = i.id where i.canonical_url = @CanonicalUrl and e.feed_id = @FeedId and e.title = @Title
            limit 1
            """, new { entry.CanonicalUrl, entry.FoldedTitle, poll.FeedId, entry.Entry.Title }, ct);
        if (known is { Id: var id })
        {
            await (isAnother ? Task.CompletedTask : ShowAgainAsync(db, poll, entry, known, ct));
            return (id, false);
        }

        if (!isAnother && await searched.FindAsync(entry, ct) is { } same)
        {
            return (same, false);
        }

        return (await db.ValueAsync<long>("""
            insert into items (canonical_url, folded_title, url, title, outlet_id, source_name, language, published_at, first_seen_at, reading, reads_page, read_due_at, quarantined_by)
            values (@CanonicalUrl, @FoldedTitle, @Url, @Title, @OutletId, @SourceName, @Language, @Published, @now, 'due', @ReadsPage, @now, @quarantine) returning id
            """, args, ct), true);
    }

    private static async Task ShowAgainAsync(DbConnection db, PollOutcome poll, CapturedEntry entry, KnownItem known, CancellationToken ct)
    {
        if (known.QuarantinedBy is not null)
        {
            await QuarantineStore.ReleaseAsync(db, known.Id, ct);
        }

        // One feed may show only the entry where another one's policy is to read the page. A feed that gives a known story a new id may have edited it.
        await db.RunAsync("update items set reads_page = 1, reading = 'due', read_due_at = @At, read_attempts = 0 where id = @Id and reads_page = 0 and @ReadsPage",
            new { known.Id, poll.At, entry.ReadsPage }, ct);
        await db.RunAsync("""
            update items set reading = 'due', read_due_at = @At, read_attempts = 0 where id = @Id
                and exists (select 1 from entries where item_id = @Id and feed_id = @FeedId)
                and not exists (select 1 from entries where item_id = @Id and hash = @Hash)
            """, new { known.Id, poll.FeedId, poll.At, entry.Hash }, ct);
    }

    private static Task InsertAsync(DbConnection db, PollOutcome poll, CapturedEntry entry, long itemId, CancellationToken ct) => db.RunAsync("""
        insert into entries (feed_id, key, guid, link, title, summary, content, author, categories, enclosures, published_at, updated_at,
            source_name, source_url, hash, first_seen_at, last_seen_at, item_id)
        values (@FeedId, @Key, @Id, @Link, @Title, @Summary, @Content, @Author, @categories, @enclosures, @Published, @Updated,
            @SourceName, @SourceUrl, @Hash, @At, @At, @itemId)
        """, Columns(poll, entry, itemId), ct);

    // An edited entry is read again: what changed becomes a version of its item.
    private static async Task<bool> SeeAgainAsync(DbConnection db, PollOutcome poll, CapturedEntry entry, KnownEntry known, bool isAnother, CancellationToken ct)
    {
        if (known.QuarantinedBy is not null && !isAnother)
        {
            await QuarantineStore.ReleaseAsync(db, known.ItemId, ct);
        }

        // What another publisher makes of a known entry waits until a person says whose feed it is.
        if (isAnother || string.Equals(known.Hash, entry.Hash, StringComparison.Ordinal))
        {
            await db.RunAsync("update entries set last_seen_at = @At where id = @Id", new { poll.At, known.Id }, ct);
            return false;
        }

        await db.RunAsync("""
            update entries set guid = @Id, link = @Link, title = @Title, summary = @Summary, content = @Content, author = @Author, categories = @categories,
                enclosures = @enclosures, published_at = @Published, updated_at = @Updated, hash = @Hash, last_seen_at = @At
            where feed_id = @FeedId and key = @Key
            """, Columns(poll, entry, known.ItemId), ct);
        // Where a story has moved it is read from then on; what it is known by stays.
        var isMoved = CanonicalUrl.Of(entry.Entry.Link) is not null && !string.Equals(known.Link, entry.Entry.Link, StringComparison.Ordinal);
        await db.RunAsync("""
            update items set reading = 'due', read_due_at = @At, read_attempts = 0, url = case when @isMoved then @Url else url end,
                reads_page = case when @isMoved and @ReadsPage then 1 else reads_page end where id = @ItemId
            """, new { poll.At, known.ItemId, isMoved, entry.Url, entry.ReadsPage }, ct);
        return true;
    }

    private static object Columns(PollOutcome poll, CapturedEntry entry, long itemId) => new
    {
        poll.FeedId,
        entry.Key,
        entry.Entry.Id,
        entry.Entry.Link,
        entry.Entry.Title,
        entry.Entry.Summary,
        entry.Entry.Content,
        entry.Entry.Author,
        categories = StoredJson.Of(entry.Entry.Categories),
        enclosures = StoredJson.Of(entry.Entry.Enclosures),
        entry.Entry.Published,
        entry.Entry.Updated,
        entry.Entry.SourceName,
        entry.Entry.SourceUrl,
        entry.Hash,
        poll.At,
        itemId,
    };

    private sealed record KnownItem
    {
        public long Id { get; init; }

        public long? QuarantinedBy { get; init; }
    }

    private sealed record BegunPoll
    {
        public long FeedId { get; init; }

        public long Id { get; init; }
    }
}
