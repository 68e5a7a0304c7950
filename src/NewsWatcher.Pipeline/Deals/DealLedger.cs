using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What is known of a deal at an instant: a fold of claims and decisions, never stored.</summary>
public sealed record DealLedger
{
    public required string DealId { get; init; }

    public required string Name { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    /// <summary>Null while no independent source reported one.</summary>
    public Stage? Stage { get; init; }

    /// <summary>The deal itself; its parts hang below and are never added to it.</summary>
    public required LedgerPart Root { get; init; }

    /// <summary>Null: none reported, which is not zero.</summary>
    public LedgerAmount? Spent { get; init; }

    /// <summary>Steps of the stage, oldest first.</summary>
    public IReadOnlyList<StageStep> Steps { get; init; } = [];

    public IReadOnlyList<LedgerMilestone> Milestones { get; init; } = [];

    public IReadOnlyList<LedgerParty> Parties { get; init; } = [];

    public IReadOnlyList<LedgerConflict> Conflicts { get; init; } = [];

    /// <summary>Numbers that are no part of the deal, with their sentences.</summary>
    public IReadOnlyList<LedgerAmount> Background { get; init; } = [];

    public Coverage Coverage { get; init; } = Coverage.None;
}
