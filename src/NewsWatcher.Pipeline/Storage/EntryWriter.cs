using System.Data.Common;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What a feed shows, written down: new entries with their items, and edited ones.</summary>
internal static class EntryWriter
{
    public static async Task<PollTally> SaveAsync(DbConnection db, PollOutcome poll, PolledBody body, CancellationToken ct)
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
                tally = await SeeFirstAsync(db, searched, poll, entry, body.IsAnother, tally, ct);
            }
            else
            {
                tally = await SeeAgainAsync(db, poll, entry, known, body.IsAnother, ct) ? tally with { Changed = tally.Changed + 1 } : tally;
            }
        }

        return tally;
    }

    private static async Task<PollTally> SeeFirstAsync(DbConnection db, SearchStories searched, PollOutcome poll, CapturedEntry entry, bool isAnother, PollTally tally, CancellationToken ct)
    {
        var (itemId, isNew) = await ItemAsync(db, searched, poll, entry, isAnother, ct);
        var reading = isNew ? entry.Reading : null;
        long? versionId = reading is null ? null : await ReadingStore.SaveFirstAsync(db, entry.Due(poll.At) with { ItemId = itemId }, reading, poll.At, ct);
        await db.RunAsync("""
            insert into entries (feed_id, key, guid, link, title, packed, chars, words_of, author, categories, enclosures, published_at, updated_at,
                source_name, source_url, hash, first_seen_at, last_seen_at, item_id)
            values (@FeedId, @Key, @Id, @Link, @Title, @packed, @chars, @versionId, @Author, @categories, @enclosures, @Published, @Updated,
                @SourceName, @SourceUrl, @Hash, @At, @At, @itemId)
            """, Columns(poll, entry, itemId, versionId), ct);
        return tally with { Added = tally.Added + (isNew ? 1 : 0), Read = tally.Read + (reading is null ? 0 : 1), Apart = tally.Apart + (reading is { IsApart: true } ? 1 : 0) };
    }

    private static async Task<(long Id, bool IsNew)> ItemAsync(DbConnection db, SearchStories searched, PollOutcome poll, CapturedEntry entry, bool isAnother, CancellationToken ct)
    {
        var args = new { entry.CanonicalUrl, entry.FoldedTitle, entry.Url, entry.Entry.Title, entry.OutletId, entry.Entry.SourceName, entry.Language, entry.Entry.Published, entry.ReadsPage, now = poll.At, dueAt = entry.Reading is null ? poll.At : (DateTimeOffset?)null, quarantine = isAnother ? poll.FeedId : (long?)null };
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
            values (@CanonicalUrl, @FoldedTitle, @Url, @Title, @OutletId, @SourceName, @Language, @Published, @now, 'due', @ReadsPage, @dueAt, @quarantine) returning id
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
        // What was read from an entry is read again from a fuller one: which feed is polled first must not decide what is known.
        await db.RunAsync("""
            update items set reading = 'due', read_due_at = @At, read_attempts = 0 where id = @Id and reading in ('headline', 'unreadable')
                and not exists (select 1 from entries where item_id = @Id and coalesce(chars, max(length(coalesce(content, '')), length(coalesce(summary, '')))) >= @chars)
            """, new { known.Id, poll.At, chars = Chars(entry) }, ct);
    }

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
            update entries set guid = @Id, link = @Link, title = @Title, summary = null, content = null, packed = @packed, chars = @chars, words_of = @versionId, author = @Author, categories = @categories,
                enclosures = @enclosures, published_at = @Published, updated_at = @Updated, hash = @Hash, last_seen_at = @At
            where feed_id = @FeedId and key = @Key
            """, Columns(poll, entry, known.ItemId, versionId: null), ct);
        // Where a story has moved it is read from then on; what it is known by stays.
        var isMoved = CanonicalUrl.Of(entry.Entry.Link) is not null && !string.Equals(known.Link, entry.Entry.Link, StringComparison.Ordinal);
        await db.RunAsync("""
            update items set reading = 'due', read_due_at = @At, read_attempts = 0, url = case when @isMoved then @Url else url end,
                reads_page = case when @isMoved and @ReadsPage then 1 else reads_page end where id = @ItemId
            """, new { poll.At, known.ItemId, isMoved, entry.Url, entry.ReadsPage }, ct);
        return true;
    }

    private static object Columns(PollOutcome poll, CapturedEntry entry, long itemId, long? versionId) => new
    {
        poll.FeedId,
        entry.Key,
        entry.Entry.Id,
        entry.Entry.Link,
        entry.Entry.Title,
        // Of an entry that was read as it came the version keeps the words.
        packed = versionId is null ? PackedTexts.Of(null, entry.Entry.Content, entry.Entry.Summary) : null,
        chars = Chars(entry),
        versionId,
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

    private static long Chars(CapturedEntry entry) => Math.Max(entry.Entry.Content?.Length ?? 0, entry.Entry.Summary?.Length ?? 0);

    private sealed record KnownItem
    {
        public long Id { get; init; }

        public long? QuarantinedBy { get; init; }
    }
}
