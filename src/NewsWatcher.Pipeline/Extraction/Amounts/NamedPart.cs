namespace NewsWatcher.Extraction.Amounts;

/// <summary>What a configured name stands for.</summary>
/// <param name="Deal">The deal it belongs to.</param>
/// <param name="Part">The part that it names, or that lists the party.</param>
/// <param name="Kind">What kind of name it is.</param>
/// <param name="Party">The party's configured name, under any of its aliases.</param>
internal sealed record NamedPart(FollowedDeal Deal, FollowedPart Part, NameKind Kind, string? Party = null);

internal enum NameKind : byte
{
    Deal,
    Part,

    /// <summary>A word that only a part's own configuration ties to it.</summary>
    PartKeyword,

    /// <summary>A part's name that any deal's part may have: "first phase".</summary>
    PhaseWord,
    Party,
    Lookalike,
}
