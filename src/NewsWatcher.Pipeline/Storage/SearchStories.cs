using System.Data.Common;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>Joins what a news search shows with what the publisher's own feed shows of the same story: its links are the search's, so that links cannot tell.
/// A story is the same where title and publisher are.</summary>
internal sealed class SearchStories(DbConnection db, DateTimeOffset now)
{
    // Shorter titles ("Markets today") come again.
    private const int TellingTitle = 16;

    private static readonly TimeSpan Kept = TimeSpan.FromDays(14);
    private static readonly TimeSpan Apart = TimeSpan.FromDays(3);

    private ILookup<string, Story>? _searched;

    /// <summary>The item that tells the same story as an entry that no item has yet; null for none. One that only a search showed becomes the publisher's.</summary>
    public async Task<long?> FindAsync(CapturedEntry entry, CancellationToken ct)
    {
        if (entry.FoldedTitle.Length < TellingTitle)
        {
            return null;
        }

        if (entry.IsFromSearch)
        {
            return await KnownAsync(entry, ct);
        }

        _searched ??= await SearchedAsync(ct);
        if (_searched[entry.FoldedTitle].FirstOrDefault(s => s.IsOf(entry) && (s.At - (entry.Entry.Published ?? now)).Duration() <= Apart) is not { } story)
        {
            return null;
        }

        await OwnAsync(story.Id, entry, ct);
        return story.Id;
    }

    private async Task<long?> KnownAsync(CapturedEntry entry, CancellationToken ct)
    {
        var at = entry.Entry.Published ?? now;
        var host = Host(entry.Entry.SourceUrl);
        return await db.RowAsync<long?>("""
            select id from items where published_at between @from and @to and folded_title = @FoldedTitle and (outlet_id = @OutletId or (@host <> '' and substr(canonical_url, 1, length(@host) + 1) = @host || '/'))
            order by id limit 1
            """, new { from = at - Apart, to = at + Apart, entry.FoldedTitle, entry.OutletId, host }, ct);
    }

    private async Task<ILookup<string, Story>> SearchedAsync(CancellationToken ct) => (await db.RowsAsync<Story>("""
        select i.id, i.folded_title, i.outlet_id, coalesce(e.published_at, e.first_seen_at) as at, e.source_url from feeds f join entries e on e.feed_id = f.id join items i on i.id = e.item_id
        where f.key >= 'search-' and f.key < 'search.' and f.definition ->> '$.deal' is not null and e.last_seen_at >= @since
            and not exists (select 1 from entries x join feeds o on o.id = x.feed_id where x.item_id = i.id and o.definition ->> '$.deal' is null)
        """, new { since = now - Kept }, ct)).ToLookup(s => s.FoldedTitle, StringComparer.Ordinal);

    private Task OwnAsync(long id, CapturedEntry entry, CancellationToken ct) => db.RunAsync("""
        update items set canonical_url = @CanonicalUrl, url = @Url, outlet_id = @OutletId, reads_page = @ReadsPage, reading = 'due', read_due_at = @now, read_attempts = 0 where id = @id;
        delete from origins where item_id = @id;
        """, new { id, entry.CanonicalUrl, entry.Url, entry.OutletId, entry.ReadsPage, now }, ct);

    private static string Host(string? url) => CanonicalUrl.Identity(url)?.Split('/')[0] ?? "";

    private sealed record Story
    {
        public long Id { get; init; }

        public string FoldedTitle { get; init; } = "";

        public string OutletId { get; init; } = "";

        public DateTimeOffset At { get; init; }

        public string? SourceUrl { get; init; }

        public bool IsOf(CapturedEntry entry) => string.Equals(OutletId, entry.OutletId, StringComparison.Ordinal)
            || (Host(SourceUrl) is { Length: > 0 } host && entry.CanonicalUrl.StartsWith(host + "/", StringComparison.Ordinal));
    }
}
