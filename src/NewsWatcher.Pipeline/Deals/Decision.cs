using System.Text.Json.Serialization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What a person said of a claim, of an item's bond to a deal, or of a development. Append-only: <see cref="Undone"/> takes one back, and can itself be taken back.</summary>
[JsonDerivedType(typeof(Accepted), "accepted")]
[JsonDerivedType(typeof(Corrected), "corrected")]
[JsonDerivedType(typeof(Rejected), "rejected")]
[JsonDerivedType(typeof(Added), "added")]
[JsonDerivedType(typeof(Carried), "carried")]
[JsonDerivedType(typeof(InDeal), "inDeal")]
[JsonDerivedType(typeof(Merged), "merged")]
[JsonDerivedType(typeof(Split), "split")]
[JsonDerivedType(typeof(Moved), "moved")]
[JsonDerivedType(typeof(Undone), "undone")]
public abstract record Decision
{
    private Decision()
    {
    }

    /// <summary>Its place in the log, from 1; 0 before it is written down.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    [JsonIgnore]
    public DateTimeOffset At { get; init; }

    [JsonIgnore]
    public string Actor { get; init; } = "";

    [JsonIgnore]
    public string? Why { get; init; }

    /// <summary>The item that it is about; of <see cref="Undone"/>, the one that the other is about. Null for developments.</summary>
    [JsonIgnore]
    public long? ItemId { get; init; }

    /// <summary>The decision that it was made with, as one of several similar ones; null when it stands alone or is the first of them.</summary>
    [JsonIgnore]
    public long? AlongWith { get; init; }

    /// <summary>The word by which it is kept and told.</summary>
    [JsonIgnore]
    public string Kind => this switch
    {
        Accepted => "accepted",
        Corrected => "corrected",
        Rejected => "rejected",
        Added => "added",
        Carried => "carried",
        InDeal => "inDeal",
        Merged => "merged",
        Split => "split",
        Moved => "moved",
        Undone => "undone",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The newest one in force on a claim counts.</summary>
    public abstract record OnClaim(string ClaimKey) : Decision;

    /// <summary>The fact holds, as it was read.</summary>
    public sealed record Accepted(string ClaimKey) : OnClaim(ClaimKey);

    /// <summary>The fact is another one, and that holds. Where it stands is for the claim to say.</summary>
    public sealed record Corrected(string ClaimKey, Fact Fact) : OnClaim(ClaimKey);

    /// <summary>The article does not say so.</summary>
    public sealed record Rejected(string ClaimKey) : OnClaim(ClaimKey);

    /// <summary>The article says this as well: no rule read it, and it holds.</summary>
    public sealed record Added(string ClaimKey, Fact Fact) : OnClaim(ClaimKey);

    /// <summary>What was said of one claim goes for another, which newer rules read in the same words. A correction that left the part alone follows it to the new one.</summary>
    /// <param name="FromKey">The claim that it was said of.</param>
    /// <param name="FromPart">The part that this was read for.</param>
    public sealed record Carried(string ClaimKey, string FromKey, string? FromPart) : OnClaim(ClaimKey)
    {
        /// <summary>Whose word it is: nobody's but the program's.</summary>
        public const string By = "newswatcher";
    }

    /// <summary>Whether an item belongs to a deal, whatever the matcher thinks of it.</summary>
    public sealed record InDeal(string DealId, bool Belongs) : Decision;

    /// <summary>Two developments are one: what was or will be placed in the first is in the second.</summary>
    public sealed record Merged(long Development, long Into) : Decision;

    /// <summary>Some items of a development tell one of their own. Where those are all that was placed in it, a merge of it ends.</summary>
    public sealed record Split(IReadOnlyList<long> Items, long Into) : Decision;

    /// <summary>Items tell another development.</summary>
    public sealed record Moved(IReadOnlyList<long> Items, long Into) : Decision;

    public sealed record Undone(long DecisionId) : Decision;
}
