namespace NewsWatcher.Storage;

/// <summary>What reading an item's versions again gave.</summary>
/// <param name="VersionId">The newest of them: once there is another, this is out of date.</param>
/// <param name="IsDeal">Whether that one is about a deal at all.</param>
/// <param name="IsMoved">Whether the item is to be placed again.</param>
public sealed record Reprocessed(long ItemId, long VersionId, IReadOnlyList<StatedClaim> Claims, bool IsDeal, bool IsMoved);
