using System.Data.Common;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatcher.Storage;

/// <summary>The second of the two transactions: an article's version, claims and search text. Due reads are a durable queue:
/// a read leaves it in the transaction that keeps what was read.</summary>
public sealed class ReadingStore(Database database)
{
    /// <summary>What is due, the longest first.</summary>
    public Task<IReadOnlyList<DueReading>> DueAsync(DateTimeOffset now, int limit, CancellationToken ct) => DueAsync(now, readsPage: null, limit, ct);

    /// <summary>What is due, the longest first, with the fullest of the entries that feeds show of it now.</summary>
    /// <param name="readsPage">Only items whose page is to be fetched, or only those read from what the entry carries; null for both.</param>
    public Task<IReadOnlyList<DueReading>> DueAsync(DateTimeOffset now, bool? readsPage, int limit, CancellationToken ct) => database.ReadAsync(async db => (IReadOnlyList<DueReading>)[.. (await db.RowsAsync<DueReading>("""
        select i.id as item_id, i.url, coalesce(e.title, i.title) as title, i.outlet_id, i.language, i.published_at, i.first_seen_at, i.reads_page, i.read_attempts,
            e.summary, e.content, coalesce(e.packed, (select v.packed from versions v where v.id = e.words_of)) as packed, (select f.key from entries x join feeds f on f.id = x.feed_id where x.item_id = i.id
                order by exists (select 1 from json_each(f.definition, '$.pages') p where substr(i.url, 1, length(p.key)) = p.key) desc, x.last_seen_at desc, x.id limit 1) as feed_key,
            i.version_id is not null as is_again
        from (select * from items where read_due_at <= @now and reads_page in (@least, @most) order by read_due_at, id limit @limit) i
        left join entries e on e.id = (select x.id from entries x where x.item_id = i.id
                and not exists (select 1 from entries y where y.item_id = x.item_id and y.feed_id = x.feed_id and y.last_seen_at > x.last_seen_at)
            order by coalesce(x.chars, max(length(coalesce(x.content, '')), length(coalesce(x.summary, '')))) desc, x.last_seen_at desc, x.id limit 1)
        order by i.read_due_at, i.id
        """, new { now, least = readsPage ?? false, most = readsPage ?? true, limit }, ct)).Select(r => r.Unpacked())], ct);

    /// <summary>Puts items that were published or first seen since <paramref name="since"/> back into the queue.</summary>
    public Task<int> RecheckAsync(DateTimeOffset since, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(db => db.RunAsync("""
        update items set read_due_at = @now, read_attempts = 0
        where reads_page = 1 and (first_seen_at >= @since or published_at >= @since) and read_due_at is null
        """, new { since, now }, ct), ct);

    /// <summary>Writes down one reading. True when it made a new version.</summary>
    public Task<bool> SaveAsync(DueReading due, ReadingResult result, DateTimeOffset now, CancellationToken ct)
    {
        // Before the transaction: nobody waits for a page to be compressed.
        var original = (result as ReadingResult.Done)?.Original is { } page ? page with { Body = Compress(page.Body) } : null;
        return database.WriteAsync(db => result switch
        {
            ReadingResult.Done done => SaveAsync(db, due, done with { Original = original }, now, ct),
            ReadingResult.Later later => PostponeAsync(db, due, later, ct),
            ReadingResult.Failed failed => FailAsync(db, due, failed, now, ct),
            _ => throw new System.Diagnostics.UnreachableException(),
        }, ct);
    }

    /// <summary>Writes down readings that needed no page and have no original, many in one transaction.</summary>
    public Task SaveAllAsync(IReadOnlyList<(DueReading Due, ReadingResult.Done Done)> readings, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var (due, done) in readings)
        {
            await SaveAsync(db, due, done, now, ct);
        }
    }, ct);

    /// <summary>Keeps what a person supplied, as a new item or as a reading of the one it turns out to be. The item's id, and whether it is new.</summary>
    public Task<(long Id, bool IsNew)> SupplyAsync(SuppliedItem item, Func<DueReading, ReadingResult.Done> read, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        var known = await db.RowAsync<DueReading>("""
            select id as item_id, url, title, outlet_id, language, published_at, first_seen_at, reads_page, version_id is not null as is_again
            from items where canonical_url = @CanonicalUrl and folded_title = @FoldedTitle
            """, item, ct);
        var due = known ?? new DueReading
        {
            ItemId = await db.ValueAsync<long>("""
                insert into items (canonical_url, folded_title, url, title, outlet_id, language, published_at, first_seen_at, supplied_by, reading, reads_page)
                values (@CanonicalUrl, @FoldedTitle, @Url, @Title, @OutletId, @Language, @PublishedAt, @now, @SuppliedBy, 'due', @Url <> '') returning id
                """, new { item.CanonicalUrl, item.FoldedTitle, item.Url, item.Title, item.OutletId, item.Language, item.PublishedAt, item.SuppliedBy, now }, ct),
            Url = item.Url, Title = item.Title, OutletId = item.OutletId, Language = item.Language, PublishedAt = item.PublishedAt, FirstSeenAt = now,
        };
        // What a person vouches for is not kept apart.
        await QuarantineStore.ReleaseAsync(db, due.ItemId, ct);
        var done = read(due);
        await SaveAsync(db, due, done with { Original = done.Original is { } page ? page with { Body = Compress(page.Body) } : null }, now, ct);
        return (due.ItemId, known is null);
    }, ct);

    /// <summary>Lets go of pages that were kept since before <paramref name="before"/> and belong to no deal.</summary>
    public Task<int> PruneOriginalsAsync(DateTimeOffset before, CancellationToken ct) => database.WriteAsync(db => db.RunAsync("""
        delete from originals where version_id in (select v.id from versions v join items i on i.id = v.item_id
            where v.recorded_at < @before and i.placed_at is not null and v.item_id not in (select item_id from item_deals where belongs = 1))
        """, new { before }, ct), ct);

    private static async Task<bool> FailAsync(DbConnection db, DueReading due, ReadingResult.Failed failed, DateTimeOffset now, CancellationToken ct)
    {
        await db.RunAsync("update items set reading = 'failed', reading_reason = @Reason, read_due_at = null, last_read_at = @now where id = @ItemId", new { failed.Reason, now, due.ItemId }, ct);
        return false;
    }

    private static async Task<bool> PostponeAsync(DbConnection db, DueReading due, ReadingResult.Later later, CancellationToken ct)
    {
        await db.RunAsync("update items set read_due_at = @RetryAt, reading_reason = @Reason, read_attempts = read_attempts + 1 where id = @ItemId", new { later.RetryAt, later.Reason, due.ItemId }, ct);
        return false;
    }

    private static async Task<bool> SaveAsync(DbConnection db, DueReading due, ReadingResult.Done done, DateTimeOffset now, CancellationToken ct)
    {
        var hash = Hash(done);
        var current = await db.RowAsync<CurrentVersion>("select v.id, v.number, v.hash, v.from_page from items i join versions v on v.id = i.version_id where i.id = @ItemId", new { due.ItemId }, ct);

        // What was once read from the page is not replaced by the entry's summary because the page failed today.
        if (current is not null && (string.Equals(current.Hash, hash, StringComparison.Ordinal) || (current.FromPage && !done.FromPage)))
        {
            await db.RunAsync("update items set read_due_at = null, last_read_at = @now, reading = case when reading in ('due', 'failed') then @reading else reading end where id = @ItemId",
                new { now, due.ItemId, reading = current.FromPage ? "read" : Reading(done) }, ct);
            return false;
        }

        await KeepAsync(db, due, done, hash, current, keepsWords: false, now, ct);
        return true;
    }

    /// <summary>Writes down the first reading of an item that is new, together with the words of the entry it was read from. The version's id.</summary>
    internal static Task<long> SaveFirstAsync(DbConnection db, DueReading due, ReadingResult.Done done, DateTimeOffset now, CancellationToken ct) =>
        KeepAsync(db, due, done, Hash(done), current: null, keepsWords: true, now, ct);

    private static async Task<long> KeepAsync(
        DbConnection db, DueReading due, ReadingResult.Done done, string hash, CurrentVersion? current, bool keepsWords, DateTimeOffset now, CancellationToken ct)
    {
        var versionId = await InsertVersionAsync(db, due, done, hash, (current?.Number ?? 0) + 1, keepsWords, now, ct);
        var isApart = done.IsApart && current is null;
        if (!isApart)
        {
            await ClaimWriter.SaveAsync(db, due, versionId, done.Facts, isFirst: current is null, now, ct);
        }

        await db.RunAsync("""
            update items set version_id = @versionId, reading = @reading, reading_reason = @Reason, read_due_at = null, last_read_at = @now, placed_at = @placedAt, basis_id = @Basis,
                title = @Title, language = coalesce(@Language, language), published_at = coalesce(published_at, @published) where id = @ItemId
            """, new
        {
            versionId, reading = Reading(done), done.Reason, now, placedAt = isApart ? now : (DateTimeOffset?)null, done.Basis, done.Article.Title, done.Article.Language,
            published = done.Article.Published?.Instant, due.ItemId,
        }, ct);
        if (current is not null)
        {
            await db.RunAsync("delete from item_search where rowid = @ItemId", new { due.ItemId }, ct);
        }

        await db.RunAsync("insert into item_search (rowid, title, text) values (@ItemId, @title, @text)",
            new { due.ItemId, title = SearchText.Indexed(done.Article.Title), text = SearchText.Indexed(done.Article.Text) }, ct);
        return versionId;
    }

    private static string Reading(ReadingResult.Done done) => done.FromPage ? "read" : done.Reason is null ? "headline" : "unreadable";

    private static string Hash(ReadingResult.Done done) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{done.Article.Title}\n{done.Article.Text}")))[..32];

    private static async Task<long> InsertVersionAsync(DbConnection db, DueReading due, ReadingResult.Done done, string hash, long number, bool keepsWords, DateTimeOffset now, CancellationToken ct)
    {
        var article = done.Article;
        var packed = keepsWords ? PackedTexts.Of(article.Text, due.Content, due.Summary) : PackedTexts.Of(article.Text);
        var versionId = await db.ValueAsync<long>("""
            insert into versions (item_id, number, recorded_at, from_page, title, text, packed, language, published, updated, byline, site_name, canonical_url, description, notices, is_deal, hash)
            values (@ItemId, @number, @now, @FromPage, @Title, '', @packed, @Language, @published, @updated, @Byline, @SiteName, @CanonicalUrl, @Description, @notices, @IsDeal, @hash) returning id
            """, new
        {
            due.ItemId, number, now, done.FromPage, article.Title, packed, article.Language, published = article.Published?.ToString(), updated = article.Updated?.ToString(),
            article.Byline, article.SiteName, article.CanonicalUrl, article.Description, notices = StoredJson.Of(article.Notices), done.Facts.IsDeal, hash,
        }, ct);
        if (done.Original is { } original)
        {
            await db.RunAsync("insert into originals (version_id, url, content_type, body) values (@versionId, @Url, @ContentType, @Body)",
                new { versionId, original.Url, original.ContentType, original.Body }, ct);
        }

        return versionId;
    }

    private static byte[] Compress(byte[] body)
    {
        using var compressed = new MemoryStream();
        using (var brotli = new BrotliStream(compressed, CompressionLevel.Fastest))
        {
            brotli.Write(body);
        }

        return compressed.ToArray();
    }

    private sealed record CurrentVersion
    {
        public long Id { get; init; }

        public long Number { get; init; }

        public string Hash { get; init; } = "";

        public bool FromPage { get; init; }
    }
}
