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
    /// <summary>What the fact says, in canonical form: a part of its claim's key.</summary>
    [JsonIgnore]
    public abstract string CanonicalValue { get; }
}
