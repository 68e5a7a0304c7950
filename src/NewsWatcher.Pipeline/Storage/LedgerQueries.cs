using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What the views over a deal are folded from.</summary>
public sealed class LedgerQueries(Database database)
{
    /// <summary>Items that belong to a deal, with every claim about it, in the order of the news.</summary>
    /// <param name="outletOf">The outlet behind an outlet id; the unknown outlet when nobody classified it.</param>
    public Task<IReadOnlyList<ReportedItem>> ReportedAsync(string dealId, Func<string, Outlet> outletOf, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var items = await StoredItems.ReadAsync(db, """
            where i.id in (select item_id from item_deals where deal_id = @dealId and belongs = 1)
            order by coalesce(i.published_at, i.first_seen_at), i.id
            """, new { dealId }, ct);
        var claims = await StoredClaims.OfDealAsync(db, dealId, ct);
        return (IReadOnlyList<ReportedItem>)[.. items.Select(i => Reported(i, outletOf(i.OutletId), [.. claims[i.Id]]))];
    }, ct);

    /// <summary>Decisions on claims of a deal's items, oldest first.</summary>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(string dealId, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var rows = await db.RowsAsync<DecisionRow>("""
            select d.at, d.actor, d.kind, d.claim_key, d.corrected, d.why from decisions d
            join claims c on c.key = d.claim_key
            where c.item_id in (select item_id from item_deals where deal_id = @dealId and belongs = 1) order by d.id
            """, new { dealId }, ct);
        return (IReadOnlyList<Decision>)[.. rows.Select(r => r.ToDecision())];
    }, ct);

    internal static ReportedItem Reported(StoredItem item, Outlet outlet, IReadOnlyList<Claim> claims) => new()
    {
        Id = item.Id, Url = item.Url, Title = item.Title, Text = item.Text, Language = item.Language, Outlet = outlet, ReportedAt = item.ReportedAt,
        IsAiGenerated = item.ToArticle().IsAiGenerated, SourceName = item.SourceName, IsFromSearch = item.IsFromSearch, Claims = claims,
    };

    internal sealed record DecisionRow
    {
        public DateTimeOffset At { get; init; }

        public string Actor { get; init; } = "";

        public DecisionKind Kind { get; init; }

        public string ClaimKey { get; init; } = "";

        public string? Corrected { get; init; }

        public string? Why { get; init; }

        public Decision ToDecision() => new(At, Actor, Kind, ClaimKey, Corrected is null ? null : StoredJson.Read<Fact>(Corrected), Why);
    }
}
