namespace NewsWatcher.Extraction.Amounts;

/// <summary>Where a sentence speaks of a part of a deal.</summary>
/// <param name="Start">Where the name begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Part">The part; the deal itself for a phase that nobody configured.</param>
/// <param name="Kind">What tells the part.</param>
internal readonly record struct PartMark(int Start, int End, FollowedPart Part, PartMarkKind Kind)
{
    public bool IsProject => Kind != PartMarkKind.Phase && Part.Kind == DealKind.Project;

    public AmountRole Role => IsProject ? AmountRole.Project : AmountRole.Tranche;
}

internal enum PartMarkKind : byte
{
    Name,

    /// <summary>Words for a phase, which is found by its place in the order.</summary>
    Phase,

    /// <summary>A party that only this part has.</summary>
    Party,
}
