using System.Text.Json.Nodes;
using NewsWatcher.Deals;

namespace NewsWatcher.Outputs;

/// <summary>A ledger as JSON. "spent" is null where none was reported, which is not zero.</summary>
internal static class LedgerShape
{
    public static JsonObject Of(DealLedger ledger) => new()
    {
        ["deal"] = ledger.DealId,
        ["stage"] = Words.Of(ledger.Stage),
        ["parts"] = new JsonArray(Part(ledger.Root)),
        ["spent"] = ledger.Spent is { } spent ? Amount(spent) : null,
        ["milestones"] = FactShapes.Array(ledger.Milestones.Select(Milestone)),
        ["parties"] = FactShapes.Array(ledger.Parties.Select(Party)),
        ["conflicts"] = FactShapes.Array(ledger.Conflicts.Select(Conflict)),
        ["background"] = FactShapes.Array(ledger.Background.Select(Amount)),
        ["asOf"] = UtcText.Iso(ledger.AsOf),
        ["coverage"] = new JsonObject { ["items"] = ledger.Coverage.Items, ["outlets"] = ledger.Coverage.Outlets, ["origins"] = ledger.Coverage.Origins },
    };

    private static JsonObject Part(LedgerPart part) => new()
    {
        ["id"] = part.Id,
        ["kind"] = Words.Of(part.Kind),
        ["name"] = part.Name,
        ["stage"] = Words.Of(part.Stage),
        ["amounts"] = FactShapes.Array(part.Amounts.Select(Amount)),
        ["parts"] = FactShapes.Array(part.Parts.Select(Part)),
    };

    private static JsonObject Amount(LedgerAmount amount) => new()
    {
        ["role"] = Words.Of(amount.Role),
        ["value"] = FactShapes.Number(amount.Value),
        ["min"] = FactShapes.Number(amount.Min),
        ["max"] = FactShapes.Number(amount.Max),
        ["currency"] = amount.Currency,
        ["qualifier"] = Words.Of(amount.Qualifier),
        ["asOf"] = UtcText.Iso(amount.AsOf),
        ["status"] = Words.Of(amount.Status),
        ["origins"] = amount.Origins,
        ["items"] = amount.Items,
        ["sentence"] = amount.Claims[0].Claim.Fact.Evidence.Sentence,
        ["url"] = amount.Claims[0].Item.Url,
        ["claim"] = amount.Claims[0].Claim.Key,
        ["lead"] = amount.IsLead,
        ["note"] = amount.Note,
    };

    private static JsonObject Milestone(LedgerMilestone milestone) => new()
    {
        ["id"] = milestone.Id,
        ["event"] = milestone.Event,
        ["date"] = milestone.Date.ToString(),
        ["outcome"] = Words.Of(milestone.Outcome),
        ["overdue"] = milestone.IsOverdue,
        ["lead"] = milestone.IsLead,
        ["dates"] = FactShapes.Texts(milestone.Dates.Select(d => d.ToString())),
        ["sentence"] = milestone.Claims[0].Claim.Fact.Evidence.Sentence,
        ["url"] = milestone.Claims[0].Item.Url,
        ["claim"] = milestone.Claims[0].Claim.Key,
    };

    private static JsonObject Party(LedgerParty party) => new()
    {
        ["name"] = party.Name,
        ["role"] = Words.Of(party.Role),
        ["strength"] = Words.Of(party.Strength),
        ["lead"] = party.IsLead,
        ["parts"] = FactShapes.Texts(party.Parts),
        ["sentence"] = party.Claims[0].Claim.Fact.Evidence.Sentence,
        ["url"] = party.Claims[0].Item.Url,
        ["claim"] = party.Claims[0].Claim.Key,
    };

    private static JsonObject Conflict(LedgerConflict conflict) => new()
    {
        ["part"] = conflict.PartId,
        ["cause"] = Words.Of(conflict.Cause),
        ["alarms"] = conflict.Alarms,
        ["text"] = conflict.Text,
        ["claims"] = FactShapes.Array(conflict.Claims.Select(c => new JsonObject { ["sentence"] = c.Claim.Fact.Evidence.Sentence, ["url"] = c.Item.Url, ["claim"] = c.Claim.Key })),
    };
}
