using System.Text.Json.Nodes;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>A fact with everything that says where it came from: what explain and items show print.</summary>
internal static class EvidenceShape
{
    public static JsonObject Of(Fact fact) => new()
    {
        ["kind"] = fact.Kind,
        ["says"] = FactText.Of(fact),
        ["fact"] = Fact(fact),
        ["part"] = fact.PartId,
        ["in"] = fact.Evidence.InTitle ? "title" : "text",
        ["start"] = fact.Evidence.Start,
        ["end"] = fact.Evidence.End,
        ["sentence"] = fact.Evidence.Sentence,
        ["rule"] = fact.Evidence.Rule,
    };

    private static JsonObject Fact(Fact fact) => fact switch
    {
        Amount amount => FactShapes.Amount(amount),
        PartyMention party => new() { ["name"] = party.Name, ["knownAs"] = party.KnownAs, ["role"] = Words.Of(party.Role), ["strength"] = Words.Of(party.Strength) },
        StageReading stage => new() { ["stage"] = Words.Of(stage.Stage), ["grade"] = Words.Of(stage.Grade), ["hedged"] = stage.Hedged, ["news"] = stage.IsNews },
        MilestoneReading milestone => new()
        {
            ["event"] = milestone.Event, ["id"] = milestone.MilestoneId, ["date"] = milestone.Date.ToString(), ["outcome"] = Words.Of(milestone.Outcome),
        },
        ProjectMention project => new() { ["name"] = project.Name },
        KeywordHit keyword => new() { ["keyword"] = keyword.Keyword },
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
