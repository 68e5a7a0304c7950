using System.Text.Json.Nodes;
using NewsWatcher.Deals;

namespace NewsWatcher.Outputs;

/// <summary>Why an article belongs to a deal or was held back.</summary>
internal static class MatchShape
{
    public static JsonObject Of(DealMatch match) => new()
    {
        ["dealId"] = match.DealId, ["score"] = match.Score, ["belongs"] = match.Belongs, ["reasons"] = FactShapes.Texts(match.Reasons),
    };
}
