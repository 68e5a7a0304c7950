using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>An item that was read, with what its facts and matches are made of.</summary>
/// <param name="IsPlaced">Whether it was matched with the deals; false while that is still to come.</param>
/// <param name="IsInDevelopment">False for what was kept apart.</param>
/// <param name="Versions">Oldest first; never empty.</param>
/// <param name="Matches">What the matcher said of it, the held-back ones included.</param>
public sealed record StoredReading(
    long ItemId, string OutletId, DateTimeOffset ReportedAt, bool IsPlaced, bool IsInDevelopment, IReadOnlyList<ReadVersion> Versions, IReadOnlyList<DealMatch> Matches)
{
    /// <summary>The deals that a person put it into.</summary>
    public IReadOnlyList<string> Assigned { get; init; } = [];

    public ReadVersion Newest => Versions[^1];
}
