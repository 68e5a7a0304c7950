using System.Text.Json.Nodes;
using NewsWatcher.Deals;

namespace NewsWatcher.Outputs;

/// <summary>What changed in a deal, as JSON; "since" is null for a reader who has not seen it before.</summary>
internal static class ChangesShape
{
    public static JsonObject Of(DealChanges changes, bool fromBeginning) => new()
    {
        ["deal"] = changes.DealId,
        ["since"] = fromBeginning ? null : UtcText.Iso(changes.Since),
        ["until"] = UtcText.Iso(changes.Until),
        ["items"] = changes.Items,
        ["changes"] = FactShapes.Array(changes.Changes.Select(c => new JsonObject
        {
            ["kind"] = c.Kind,
            ["part"] = c.PartId,
            ["text"] = c.Text,
            ["sentence"] = c.Evidence?.Claim.Fact.Evidence.Sentence,
            ["url"] = c.Evidence?.Item.Url,
        })),
    };
}
