using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Where an item was placed.</summary>
/// <param name="Matches">Every deal that was looked at with a reason to, the held-back ones included.</param>
/// <param name="Development">An existing development's id; null begins a new one.</param>
public sealed record Placement(long ItemId, IReadOnlyList<DealMatch> Matches, long? Development, string? DevelopmentDeal, DateTimeOffset ReportedAt)
{
    /// <summary>The earlier item whose text this is a copy of; null for none.</summary>
    public long? CopyOf { get; init; }
}
