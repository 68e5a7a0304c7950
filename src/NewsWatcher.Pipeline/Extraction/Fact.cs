using System.Text.Json.Serialization;

namespace NewsWatcher.Extraction;

/// <summary>One thing that an article states. <see cref="PartId"/> is the full id of the deal or part it is about
/// ("japan-us-550b/phase-1"), null when the text does not say which.</summary>
[JsonDerivedType(typeof(Amount), "amount")]
[JsonDerivedType(typeof(PartyMention), "party")]
[JsonDerivedType(typeof(StageReading), "stage")]
[JsonDerivedType(typeof(MilestoneReading), "milestone")]
[JsonDerivedType(typeof(ProjectMention), "project")]
[JsonDerivedType(typeof(KeywordHit), "keyword")]
public abstract record Fact(string? PartId, Evidence Evidence)
{
    /// <summary>amount, party, stage, milestone, project or keyword: the word by which the fact is kept and told.</summary>
    [JsonIgnore]
    public string Kind => this switch
    {
        Amount => "amount",
        PartyMention => "party",
        StageReading => "stage",
        MilestoneReading => "milestone",
        ProjectMention => "project",
        KeywordHit => "keyword",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the fact says, in canonical form: a part of its claim's key.</summary>
    [JsonIgnore]
    public abstract string CanonicalValue { get; }
}
