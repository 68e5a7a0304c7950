using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Items for people: lists, search, details.</summary>
public sealed class ItemQueries(Database database)
{
    public Task<IReadOnlyList<StoredItem>> ListAsync(ItemFilter filter, CancellationToken ct) => database.ReadAsync(db =>
    {
        var search = filter.Search is null ? null : SearchText.Query(filter.Search);
        return filter.Search is not null && search is null
            ? Task.FromResult<IReadOnlyList<StoredItem>>([])
            : StoredItems.ReadAsync(db, """
                where (@DealId is null or i.id in (select item_id from item_deals where deal_id = @DealId and belongs = not @HeldBack and (said is null or not @HeldBack)))
                    and (@OutletId is null or i.outlet_id = @OutletId)
                    and (@Tag is null or i.id in (select item_id from tags where tag = @Tag))
                    and (@Since is null or coalesce(i.published_at, i.first_seen_at) >= @Since)
                    and (@search is null or i.id in (select rowid from item_search where item_search match @search))
                order by coalesce(i.published_at, i.first_seen_at) desc, i.id desc limit @Limit offset @Offset
                """, new { filter.DealId, filter.HeldBack, filter.OutletId, filter.Tag, filter.Since, search, filter.Limit, filter.Offset }, ct);
    }, ct);

    /// <summary>Null when there is no such item.</summary>
    public Task<ItemDetail?> FindAsync(long id, CancellationToken ct) => database.ReadAsync(async db =>
        await StoredItems.ReadAsync(db, "where i.id = @id", new { id }, ct) is [var item] ? await DetailAsync(db, item, ct) : null, ct);

    /// <summary>Every item from <paramref name="after"/> on, in the order of their ids, in pages: for exports of any size.</summary>
    public Task<IReadOnlyList<ItemDetail>> PageAsync(long after, int limit, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var details = new List<ItemDetail>();
        foreach (var item in await StoredItems.ReadAsync(db, "where i.id > @after order by i.id limit @limit", new { after, limit }, ct))
        {
            details.Add(await DetailAsync(db, item, ct));
        }

        return (IReadOnlyList<ItemDetail>)details;
    }, ct);

    /// <summary>Where an item was found; null when there is no such item.</summary>
    public Task<string?> UrlAsync(long id, CancellationToken ct) => database.ReadAsync(db => db.RowAsync<string>("select url from items where id = @id", new { id }, ct), ct);

    /// <summary>Every state of an item's text, oldest first.</summary>
    public Task<IReadOnlyList<ItemVersion>> VersionsAsync(long id, CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<ItemVersion>(
        "select number, recorded_at, from_page, title from versions where item_id = @id order by number", new { id }, ct), ct);

    /// <summary>Which of these items every feed that shows them had on its first poll: they were there before anybody watched, and are no news to tell.</summary>
    public async Task<IReadOnlySet<long>> OfFirstPollsAsync(IReadOnlyList<long> ids, CancellationToken ct) => (await database.ReadAsync(db => db.RowsAsync<long>("""
        select e.item_id from entries e join feeds f on f.id = e.feed_id where e.item_id in (select value from json_each(@ids))
        group by e.item_id having max(e.first_seen_at > coalesce(f.first_success_at, e.first_seen_at)) = 0
        """, new { ids = StoredJson.Of(ids) }, ct), ct)).ToHashSet();

    public Task<long> CountAsync(CancellationToken ct) => database.ReadAsync(db => db.ValueAsync<long>("select count(*) from items", null, ct), ct);

    private static async Task<ItemDetail> DetailAsync(DbConnection db, StoredItem item, CancellationToken ct)
    {
        var args = new { item.Id };
        var origin = await db.RowAsync<OriginRow>("select key, copy_of, counts, why from origins where item_id = @Id", args, ct);
        return new ItemDetail
        {
            Item = item,
            Feeds = await db.RowsAsync<string>("select distinct f.key from entries e join feeds f on f.id = e.feed_id where e.item_id = @Id order by f.key", args, ct),
            Deals = [.. (await DealBonds.ReadAsync(db, [item.Id], belongsOnly: false, ct))[item.Id]],
            Claims = await StoredClaims.OfItemAsync(db, item.Id, ct),
            Decisions = await DecisionRow.ReadAsync(db, "where item_id = @Id order by id", args, ct),
            Origin = origin is null ? null : new Origin(origin.Key, origin.CopyOf, origin.Counts, origin.Why),
            Tags = await db.RowsAsync<string>("select tag from tags where item_id = @Id order by tag", args, ct),
            Notes = await db.RowsAsync<ItemNote>("select at, actor, text from notes where item_id = @Id order by id", args, ct),
        };
    }

    private sealed record OriginRow
    {
        public string Key { get; init; } = "";

        public long? CopyOf { get; init; }

        public bool Counts { get; init; }

        public string Why { get; init; } = "";
    }
}
