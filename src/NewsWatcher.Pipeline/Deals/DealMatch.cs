namespace NewsWatcher.Deals;

/// <summary>An item's bond to a deal.</summary>
/// <param name="Score">0 to 1.</param>
/// <param name="Belongs">False where it was looked at and held back.</param>
/// <param name="Reasons">Readable, one each: what spoke for it and against it.</param>
public sealed record DealMatch(string DealId, double Score, bool Belongs, IReadOnlyList<string> Reasons);
