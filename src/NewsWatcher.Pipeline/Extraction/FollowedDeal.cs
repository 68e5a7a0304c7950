namespace NewsWatcher.Extraction;

/// <summary>A deal that a person follows. <see cref="Root"/> is the deal itself, its parts hang below.</summary>
public sealed record FollowedDeal
{
    public string Id => Root.Id;

    public required FollowedPart Root { get; init; }

    /// <summary>Names that are no party until a text gives them a role.</summary>
    public IReadOnlyList<FollowedParty> Watch { get; init; } = [];

    /// <summary>Names whose own, similar deals must not be mixed up with this one.</summary>
    public IReadOnlyList<string> Lookalikes { get; init; } = [];

    public IReadOnlyList<FollowedMilestone> Milestones { get; init; } = [];

    /// <summary>Whether the configured news searches are asked for it.</summary>
    public bool Search { get; init; }

    public IEnumerable<FollowedPart> Parts => Root.WithDescendants();
}
