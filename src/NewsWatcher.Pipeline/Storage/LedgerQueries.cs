using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What the views over a deal are folded from.</summary>
public sealed class LedgerQueries(Database database)
{
    /// <summary>Items that the matcher or a person ever put into the deal, with every claim about it, in the order of the news. What decisions make of them is for the fold.</summary>
    /// <param name="outletOf">The outlet behind an outlet id; the unknown outlet when nobody classified it.</param>
    public Task<IReadOnlyList<ReportedItem>> ReportedAsync(string dealId, Func<string, Outlet> outletOf, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var items = await StoredItems.ReadAsync(db, "where i.id in (" + DealBonds.Items + ") order by coalesce(i.published_at, i.first_seen_at), i.id", new { dealId }, ct);
        var matched = (await db.RowsAsync<long>("select item_id from item_deals where deal_id = @dealId and matched = 1", new { dealId }, ct)).ToHashSet();
        var claims = await StoredClaims.OfDealAsync(db, dealId, ct);
        return (IReadOnlyList<ReportedItem>)[.. items.Select(i => Reported(i, outletOf(i.OutletId), [.. claims[i.Id]]) with { IsMatched = matched.Contains(i.Id) })];
    }, ct);

    /// <summary>Everything that the views over a deal are folded from.</summary>
    public async Task<DealRecord> RecordAsync(FollowedDeal deal, Catalog catalog, CancellationToken ct) =>
        new(deal, catalog.Publishers, await ReportedAsync(deal.Id, catalog.OutletOf, ct), await DecisionsAsync(deal.Id, ct));

    /// <summary>Decisions on a deal's items and their claims, oldest first.</summary>
    public Task<IReadOnlyList<Decision>> DecisionsAsync(string dealId, CancellationToken ct) => database.ReadAsync(db =>
        DecisionRow.ReadAsync(db, "where item_id in (" + DealBonds.Items + ") order by id", new { dealId }, ct), ct);

    internal static ReportedItem Reported(StoredItem item, Outlet outlet, IReadOnlyList<Claim> claims) => new()
    {
        Id = item.Id, Url = item.Url, Title = item.Title, Text = item.Text, Language = item.Language, Outlet = outlet, ReportedAt = item.ReportedAt,
        IsAiGenerated = item.ToArticle().IsAiGenerated, SourceName = item.SourceName, IsFromSearch = item.IsFromSearch, Claims = claims,
    };
}
