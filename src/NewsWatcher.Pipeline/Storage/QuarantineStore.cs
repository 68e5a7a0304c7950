using System.Data.Common;

namespace NewsWatcher.Storage;

/// <summary>Feeds at whose address somebody else seems to speak: what is known of them, and what a person says of it.</summary>
public sealed class QuarantineStore(Database database)
{
    /// <summary>The keys of the entries of a document that the feed has shown before, under these keys or as these items, and how many of them are not kept apart.</summary>
    public Task<(IReadOnlySet<string> Known, int Trusted)> KnownAsync(long feedId, IReadOnlyList<CapturedEntry> entries, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var (known, trusted) = (new HashSet<string>(StringComparer.Ordinal), 0);
        foreach (var entry in entries)
        {
            var isTrusted = await db.RowAsync<long?>("""
                select quarantined_by is null from items where id = coalesce(
                    (select item_id from entries where feed_id = @feedId and key = @Key),
                    (select i.id from items i where i.canonical_url = @CanonicalUrl
                        and exists (select 1 from entries e where e.item_id = i.id and e.feed_id = @feedId and (i.folded_title = @FoldedTitle or e.title = @Title)) limit 1))
                """, new { feedId, entry.Key, entry.CanonicalUrl, entry.FoldedTitle, entry.Entry.Title }, ct);
            if (isTrusted is not null)
            {
                known.Add(entry.Key);
            }

            trusted += isTrusted == 1 ? 1 : 0;
        }

        return ((IReadOnlySet<string>)known, trusted);
    }, ct);

    /// <summary>Takes a feed for itself again, as it is now: its items are let go, to be matched, and the feed is read whole. How many items; null when there is no such feed or nothing is kept apart.</summary>
    public Task<int?> TrustAsync(string key, DateTimeOffset now, CancellationToken ct) => database.WriteAsync<int?>(async db =>
    {
        var changed = await db.RunAsync("""
            update feeds set identity_changed_at = null, site = null, document_id = null, etag = null, last_modified = null, content_hash = null, next_poll_at = @now
            where key = @key and (identity_changed_at is not null or id in (select quarantined_by from items where quarantined_by is not null))
            """, new { key, now }, ct);
        return changed == 0 ? null : await db.RunAsync("update items set quarantined_by = null where quarantined_by = (select id from feeds where key = @key)", new { key }, ct);
    }, ct);

    internal static Task<int> ReleaseAsync(DbConnection db, long itemId, CancellationToken ct) =>
        db.RunAsync("update items set quarantined_by = null where id = @itemId", new { itemId }, ct);
}
