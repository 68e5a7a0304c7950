namespace NewsWatcher.Extraction.Names;

/// <summary>What a configured name stands for. The same name may have several uses.</summary>
internal abstract record NameUse(string PartId)
{
    /// <param name="Watched">A name that is no party until a text gives it a role.</param>
    /// <param name="Metonym">A capital that stands for its government when it acts, and for itself where things happen in it.</param>
    public sealed record Party(string PartId, FollowedParty Followed, bool Watched, bool Metonym) : NameUse(PartId);

    /// <summary>A deal or a part of one.</summary>
    public sealed record Part(string PartId, DealKind Kind, string Name, bool IsRoot) : NameUse(PartId);

    public sealed record Keyword(string PartId, string Word) : NameUse(PartId);

    public sealed record Milestone(string PartId, FollowedMilestone Followed) : NameUse(PartId);

    /// <summary>A name that is similar to one of the deal and is not of it.</summary>
    public sealed record Lookalike(string PartId) : NameUse(PartId);

    /// <summary>Whether only the longest of overlapping names counts.</summary>
    public bool IsOrganisation => this is Party or Lookalike;
}
