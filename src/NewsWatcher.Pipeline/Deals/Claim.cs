using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>One stated fact with its evidence, as recorded. Append-only: a newer version of the article ends it, nothing changes it.</summary>
public sealed record Claim
{
    /// <summary>What stands for the rule in the evidence of a fact that no rule read: a person named its sentence.</summary>
    public const string AddedRule = "added by a person";

    /// <summary>Stable over reprocessing; what decisions point to. See <see cref="ClaimKey"/>.</summary>
    public required string Key { get; init; }

    public required long ItemId { get; init; }

    public required Fact Fact { get; init; }

    /// <summary>When the item was published, else first seen: what "as of" goes by.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>When it was written down: what "recorded as of" goes by.</summary>
    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>When a newer version of the article no longer stated it; null while it stands.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whether it counts only as long as the decision that added it does.</summary>
    public bool IsAdded => Fact.Evidence.Rule == AddedRule;
}
