using System.Text.Json.Nodes;
using NewsWatcher.Configuration;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>What nobody follows yet, as JSON.</summary>
internal static class SuggestionShape
{
    public static JsonObject Of(IEnumerable<DealSuggestion> deals, IEnumerable<(FollowedDeal Deal, PartCandidate Part)> parts) => new()
    {
        ["deals"] = FactShapes.Array(deals.Select(Deal)),
        ["parts"] = FactShapes.Array(parts.Select(p => Part(p.Deal, p.Part))),
    };

    private static JsonObject Deal(DealSuggestion deal) => new()
    {
        ["id"] = deal.Developments[0],
        ["name"] = deal.Name,
        ["parties"] = FactShapes.Array(deal.Parties.Select(p => new JsonObject { ["name"] = p.Name, ["role"] = p.Role is { } role ? Words.Of(role) : null })),
        ["projects"] = FactShapes.Texts(deal.Projects),
        ["amount"] = Amount(deal.Amount),
        ["sentence"] = deal.Amount.Evidence.Sentence,
        ["url"] = deal.Total.Item.Url,
        ["outlets"] = deal.Outlets,
        ["origins"] = deal.Origins,
        ["items"] = FactShapes.Array(deal.Items.Select(i => new JsonObject { ["id"] = i.Id, ["url"] = i.Url, ["title"] = i.Title, ["outlet"] = i.Outlet.Name, ["published"] = UtcText.Iso(i.ReportedAt) })),
    };

    private static JsonObject Part(FollowedDeal deal, PartCandidate part) => new()
    {
        ["deal"] = deal.Id,
        ["parent"] = part.ParentId,
        ["id"] = ConfigId.From(part.Name),
        ["name"] = part.Name,
        ["amount"] = part.Amount is { } amount ? Amount(amount) : null,
        ["items"] = part.Items,
        ["origins"] = part.Origins,
        ["sentence"] = part.Evidence[0].Claim.Fact.Evidence.Sentence,
        ["url"] = part.Evidence[0].Item.Url,
    };

    private static JsonObject Amount(Amount amount) => new()
    {
        ["value"] = FactShapes.Number(amount.Value), ["min"] = FactShapes.Number(amount.Min), ["max"] = FactShapes.Number(amount.Max),
        ["currency"] = amount.Currency, ["qualifier"] = Words.Of(amount.Qualifier), ["role"] = Words.Of(amount.Role),
    };
}
