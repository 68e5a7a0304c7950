namespace NewsWatcher.Extraction;

/// <summary>A deal, or a part of one at any depth, as a person configured it. <see cref="Id"/> is the full path: "japan-us-550b/phase-1".</summary>
public sealed record FollowedPart
{
    public required string Id { get; init; }

    public required DealKind Kind { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<string> Aliases { get; init; } = [];

    public IReadOnlyList<string> Keywords { get; init; } = [];

    /// <summary>What is known beforehand: used for matching and for roles, never shown as a claim.</summary>
    public StatedTotal? Headline { get; init; }

    public IReadOnlyList<FollowedParty> Parties { get; init; } = [];

    public IReadOnlyList<FollowedPart> Parts { get; init; } = [];

    /// <summary>This part and everything below it, parents first.</summary>
    public IEnumerable<FollowedPart> WithDescendants()
    {
        yield return this;
        foreach (var below in Parts.SelectMany(p => p.WithDescendants()))
        {
            yield return below;
        }
    }
}
