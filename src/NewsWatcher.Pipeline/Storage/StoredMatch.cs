namespace NewsWatcher.Storage;

/// <summary>An item's bond to a deal. <paramref name="Belongs"/> is false where it was looked at and held back.</summary>
public sealed record StoredMatch(string DealId, double Score, bool Belongs, IReadOnlyList<string> Reasons);
