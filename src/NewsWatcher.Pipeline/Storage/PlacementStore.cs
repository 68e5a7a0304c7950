using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Matches, developments and origins of items.</summary>
public sealed class PlacementStore(Database database)
{
    /// <summary>Items to be placed, in the order of the news: published (else first seen), then id.</summary>
    public Task<IReadOnlyList<Unplaced>> UnplacedAsync(int limit, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var items = await StoredItems.ReadAsync(db, "where i.placed_at is null and i.version_id is not null and i.quarantined_by is null order by coalesce(i.published_at, i.first_seen_at), i.id limit @limit", new { limit }, ct);
        return await WithFactsAsync(db, items, ct);
    }, ct);

    /// <summary>Placed items reported since an instant, in the order of the news: what a restarted process rebuilds its developments from.</summary>
    public Task<IReadOnlyList<Unplaced>> PlacedSinceAsync(DateTimeOffset since, int limit, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var items = await StoredItems.ReadAsync(db, """
            where i.placed_at is not null and i.development_id is not null and coalesce(i.published_at, i.first_seen_at) >= @since
            order by coalesce(i.published_at, i.first_seen_at) desc, i.id desc limit @limit
            """, new { since, limit }, ct);
        return await WithFactsAsync(db, [.. items.Reverse()], ct);
    }, ct);

    /// <summary>The deals of items, the held-back ones left out.</summary>
    public Task<ILookup<long, DealMatch>> MatchesAsync(IReadOnlyList<long> itemIds, CancellationToken ct) =>
        database.ReadAsync(db => DealBonds.ReadAsync(db, itemIds, belongsOnly: true, ct), ct);

    /// <summary>Deals with an item whose origin nobody has traced since it was placed.</summary>
    public Task<IReadOnlyList<string>> UntracedAsync(CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<string>("""
        select distinct deal_id from item_deals where belongs = 1 and item_id not in (select item_id from origins) order by deal_id
        """, null, ct), ct);

    /// <summary>What every deal was traced with last; null before the first time.</summary>
    public Task<string?> TracedAsync(CancellationToken ct) => database.ReadAsync(db => db.RowAsync<string>("select value from settings where name = 'traced'", null, ct), ct);

    public Task SaveTracedAsync(string stamp, CancellationToken ct) => database.WriteAsync(db => db.RunAsync(
        "insert into settings (name, value) values ('traced', @stamp) on conflict (name) do update set value = excluded.value", new { stamp }, ct), ct);

    /// <summary>Writes down one placement. The development's id.</summary>
    public Task<long> SaveAsync(Placement placement, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(db => SaveAsync(db, placement, now, ct), ct);

    /// <summary>Places the next items in the order of the news, all in one transaction. How many there were.</summary>
    /// <param name="place">Where an item belongs, knowing those before it.</param>
    /// <param name="placed">Hears the development of each item before the next one is placed.</param>
    public Task<int> PlaceAsync(IReadOnlyList<Unplaced> items, Func<Unplaced, Placement> place, Action<Unplaced, Placement, long> placed, DateTimeOffset now, CancellationToken ct) =>
        database.WriteAsync(async db =>
        {
            foreach (var item in items)
            {
                var placement = place(item);
                placed(item, placement, await SaveAsync(db, placement, now, ct));
            }

            return items.Count;
        }, ct);

    private static async Task<long> SaveAsync(DbConnection db, Placement placement, DateTimeOffset now, CancellationToken ct)
    {
        // A development once given is never taken back.
        var known = await db.ValueAsync<long>("select coalesce(development_id, 0) from items where id = @ItemId", new { placement.ItemId }, ct);
        var development = known > 0 ? known : placement.Development ?? await db.ValueAsync<long>("insert into developments (deal_id, began_at) values (@DevelopmentDeal, @ReportedAt) returning id",
            new { placement.DevelopmentDeal, placement.ReportedAt }, ct);
        await UntraceAsync(db, placement, ct);
        await DealBonds.SaveAsync(db, placement.ItemId, placement.Matches, ct);
        // Deals trace their items themselves; of the others only a copy is worth a word.
        await db.RunAsync("delete from origins where item_id = @ItemId", new { placement.ItemId }, ct);
        if (placement.CopyOf is { } copyOf)
        {
            await db.RunAsync("""
                insert into origins (item_id, key, copy_of, counts, why)
                select @ItemId, coalesce((select key from origins where item_id = @copyOf), 'item:' || @copyOf), @copyOf, 0, 'a copy of an earlier item'
                where not exists (select 1 from item_deals where item_id = @ItemId and belongs = 1)
                """, new { placement.ItemId, copyOf }, ct);
        }

        await db.RunAsync("update items set placed_at = @now, development_id = @development where id = @ItemId", new { now, development, placement.ItemId }, ct);
        return development;
    }

    // A deal that loses an item is traced again, for the sake of one of its others: what copied that item goes back to another one.
    private static Task UntraceAsync(DbConnection db, Placement placement, CancellationToken ct) => db.RunAsync("""
        delete from origins where item_id in (
            select (select max(o.item_id) from item_deals o where o.deal_id = d.deal_id and o.belongs = 1 and o.item_id <> @ItemId)
            from item_deals d where d.item_id = @ItemId and d.belongs = 1 and d.deal_id not in (select value from json_each(@kept)))
        """, new { placement.ItemId, kept = StoredJson.Of(placement.Matches.Where(m => m.Belongs).Select(m => m.DealId)) }, ct);

    /// <summary>Replaces the view of origins for these items.</summary>
    public Task SaveOriginsAsync(IReadOnlyDictionary<long, Origin> origins, CancellationToken ct) => database.WriteAsync(async db =>
    {
        foreach (var (itemId, origin) in origins)
        {
            await db.RunAsync("""
                insert into origins (item_id, key, copy_of, counts, why) values (@itemId, @Key, @CopyOf, @Counts, @Why)
                on conflict (item_id) do update set key = excluded.key, copy_of = excluded.copy_of, counts = excluded.counts, why = excluded.why
                """, new { itemId, origin.Key, origin.CopyOf, origin.Counts, origin.Why }, ct);
        }
    }, ct);

    private static async Task<IReadOnlyList<Unplaced>> WithFactsAsync(DbConnection db, IReadOnlyList<StoredItem> items, CancellationToken ct)
    {
        var claims = await StoredClaims.OfItemsAsync(db, [.. items.Select(i => i.Id)], ct);
        return [.. items.Select(i => new Unplaced(i, StoredClaims.Facts(claims[i.Id]) with { IsDeal = i.IsDeal }))];
    }
}
