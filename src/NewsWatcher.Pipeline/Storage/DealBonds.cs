using System.Data.Common;
using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Bonds of items to deals: what the matcher says, and on top of it what people decided.</summary>
internal static class DealBonds
{
    /// <summary>Selects the items that belong to @dealId, and those of which a person ever said whether they do.</summary>
    public const string Items = """
        select item_id from item_deals where deal_id = @dealId and belongs = 1 union select item_id from decisions where kind = 'inDeal' and said ->> '$.dealId' = @dealId
        """;

    /// <summary>Replaces what the matcher says of an item.</summary>
    public static async Task SaveAsync(DbConnection db, long itemId, IReadOnlyList<DealMatch> matches, CancellationToken ct)
    {
        await db.RunAsync("delete from item_deals where item_id = @itemId", new { itemId }, ct);
        foreach (var match in matches)
        {
            await db.RunAsync("insert into item_deals (item_id, deal_id, score, belongs, reasons, matched) values (@itemId, @DealId, @Score, @Belongs, @reasons, @Belongs)",
                new { itemId, match.DealId, match.Score, match.Belongs, reasons = StoredJson.Of(match.Reasons) }, ct);
        }

        await ApplyAsync(db, itemId, ct);
    }

    /// <summary>Puts what people decided of an item on top of what the matcher says. True when it belongs to other deals than before.</summary>
    public static async Task<bool> ApplyAsync(DbConnection db, long itemId, CancellationToken ct)
    {
        var before = await DealsAsync(db, itemId, ct);
        await db.RunAsync("delete from item_deals where item_id = @itemId and matched is null", new { itemId }, ct);
        await db.RunAsync("update item_deals set belongs = matched, said = null where item_id = @itemId and said is not null", new { itemId }, ct);
        var decided = new DecisionsInForce(await DecisionRow.ReadAsync(db, "where item_id = @itemId order by id", new { itemId }, ct));
        foreach (var decision in decided.InDeals)
        {
            var said = $"{decision.Actor} said that it {(decision.Belongs ? "belongs" : "does not belong")} to it{(decision.Why is { } why ? $": {why}" : "")}";
            await db.RunAsync("""
                insert into item_deals (item_id, deal_id, score, belongs, reasons, said) values (@itemId, @DealId, 1, @Belongs, '[]', @said)
                on conflict (item_id, deal_id) do update set belongs = excluded.belongs, said = excluded.said
                """, new { itemId, decision.DealId, decision.Belongs, said }, ct);
        }

        return !string.Equals(before, await DealsAsync(db, itemId, ct), StringComparison.Ordinal);
    }

    public static async Task<ILookup<long, DealMatch>> ReadAsync(DbConnection db, IReadOnlyList<long> itemIds, bool belongsOnly, CancellationToken ct) =>
        (await RowsAsync(db, itemIds, ct)).Where(r => r.Belongs || !belongsOnly).ToLookup(r => r.ItemId, r => new DealMatch(r.DealId, r.Score, r.Belongs, r.Said is null ? r.Why : [r.Said, .. r.Why]));

    /// <summary>What the matcher itself says of items and deals, null where it did not look, and whether a person put the item into the deal.</summary>
    public static async Task<ILookup<long, (string DealId, DealMatch? Matched, bool IsAssigned)>> OfAsync(DbConnection db, IReadOnlyList<long> itemIds, CancellationToken ct) =>
        (await RowsAsync(db, itemIds, ct)).ToLookup(r => r.ItemId, r => (r.DealId, r.Matched is { } matched ? new DealMatch(r.DealId, r.Score, matched, r.Why) : null, r.Said is not null && r.Belongs));

    private static Task<IReadOnlyList<Row>> RowsAsync(DbConnection db, IReadOnlyList<long> itemIds, CancellationToken ct) => db.RowsAsync<Row>("""
        select item_id, deal_id, score, belongs, reasons, matched, said from item_deals
        where item_id in (select value from json_each(@ids)) order by belongs desc, score desc, deal_id
        """, new { ids = StoredJson.Of(itemIds) }, ct);

    private static Task<string> DealsAsync(DbConnection db, long itemId, CancellationToken ct) => db.ValueAsync<string>(
        "select coalesce(group_concat(deal_id), '') from (select deal_id from item_deals where item_id = @itemId and belongs = 1 order by deal_id)", new { itemId }, ct);

    private sealed record Row
    {
        public long ItemId { get; init; }

        public string DealId { get; init; } = "";

        public double Score { get; init; }

        public bool Belongs { get; init; }

        public bool? Matched { get; init; }

        public string Reasons { get; init; } = "[]";

        public string? Said { get; init; }

        public List<string> Why => StoredJson.Read<List<string>>(Reasons);
    }
}
