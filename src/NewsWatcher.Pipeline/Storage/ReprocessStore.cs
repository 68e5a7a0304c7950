using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Items whose facts were read with an earlier basis: a durable queue that an item leaves in the transaction that keeps what it states now.</summary>
public sealed class ReprocessStore(Database database)
{
    private const string InScope = """
        (@Feed is null or exists (select 1 from entries e join feeds f on f.id = e.feed_id where e.item_id = items.id and f.key = @Feed))
        and (@Since is null or coalesce(published_at, first_seen_at) >= @Since)
        """;

    /// <summary>Ids of the items to be read again, of any deal.</summary>
    public Task<IReadOnlyList<long>> PendingAsync(long basis, ReprocessScope scope, int limit, CancellationToken ct) => database.ReadAsync(db => db.RowsAsync<long>(
        "select id from items where basis_id < @basis and version_id is not null and " + InScope + " order by basis_id, id limit @limit", new { basis, scope.Feed, scope.Since, limit }, ct), ct);

    public Task<long> CountAsync(long basis, CancellationToken ct) => database.ReadAsync(db => db.ValueAsync<long>(
        "select count(*) from items where basis_id < @basis and version_id is not null", new { basis }, ct), ct);

    /// <summary>Puts items back into the queue, whatever they were read with; of a deal, those that it was ever looked at for.</summary>
    public Task RequeueAsync(ReprocessScope scope, CancellationToken ct) => database.WriteAsync(db => db.RunAsync(
        "update items set basis_id = 0 where version_id is not null and (@DealId is null or id in (select item_id from item_deals where deal_id = @DealId)) and " + InScope,
        new { scope.DealId, scope.Feed, scope.Since }, ct), ct);

    /// <summary>What these items are made of.</summary>
    public Task<IReadOnlyList<StoredReading>> LoadAsync(IReadOnlyList<long> ids, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var args = new { ids = StoredJson.Of(ids) };
        var items = await db.RowsAsync<ItemRow>("""
            select id, outlet_id, coalesce(published_at, first_seen_at) as reported_at, placed_at is not null as is_placed, development_id is not null as is_in_development
            from items where id in (select value from json_each(@ids)) order by id
            """, args, ct);
        var versions = (await db.RowsAsync<ReadVersion>("""
            select id, item_id, number, recorded_at, from_page, title, text, packed, language from versions where item_id in (select value from json_each(@ids)) order by item_id, number
            """, args, ct)).ToLookup(v => v.ItemId, v => v.Unpacked());
        var bonds = await DealBonds.OfAsync(db, ids, ct);
        return (IReadOnlyList<StoredReading>)[.. items.Select(i => new StoredReading(i.Id, i.OutletId, i.ReportedAt, i.IsPlaced, i.IsInDevelopment,
            [.. versions[i.Id]], [.. bonds[i.Id].Select(b => b.Matched).OfType<DealMatch>()]) { Assigned = [.. bonds[i.Id].Where(b => b.IsAssigned).Select(b => b.DealId)] })];
    }, ct);

    /// <summary>Writes down what items state now, in one transaction. What another process has read again meanwhile, or what has a newer version, is left alone.</summary>
    public Task<ReprocessTally> SaveAsync(IReadOnlyList<Reprocessed> items, long basis, DateTimeOffset now, CancellationToken ct) => database.WriteAsync(async db =>
    {
        var tally = ReprocessTally.Nothing;
        foreach (var item in items)
        {
            if (await db.ValueAsync<long>("select count(*) from items where id = @ItemId and basis_id < @basis and version_id = @VersionId", new { item.ItemId, basis, item.VersionId }, ct) > 0)
            {
                tally += await SaveAsync(db, item, basis, now, ct);
            }
        }

        return tally;
    }, ct);

    /// <summary>Takes an item out of the queue as it is.</summary>
    public Task PassOverAsync(long itemId, long basis, CancellationToken ct) => database.WriteAsync(db => db.RunAsync(
        "update items set basis_id = @basis where id = @itemId and basis_id < @basis", new { itemId, basis }, ct), ct);

    private static async Task<ReprocessTally> SaveAsync(DbConnection db, Reprocessed item, long basis, DateTimeOffset now, CancellationToken ct)
    {
        var (added, ended) = await ClaimHistory.SaveAsync(db, item, now, ct);
        await db.RunAsync("update versions set is_deal = @IsDeal where id = @VersionId and is_deal <> @IsDeal", new { item.IsDeal, item.VersionId }, ct);
        await db.RunAsync("update items set basis_id = @basis, placed_at = case when @IsMoved then null else placed_at end where id = @ItemId", new { basis, item.IsMoved, item.ItemId }, ct);
        return new(Items: 1, added, ended, item.IsMoved ? 1 : 0, Failed: 0);
    }

    private sealed record ItemRow
    {
        public long Id { get; init; }

        public string OutletId { get; init; } = "";

        public DateTimeOffset ReportedAt { get; init; }

        public bool IsPlaced { get; init; }

        public bool IsInDevelopment { get; init; }
    }
}
