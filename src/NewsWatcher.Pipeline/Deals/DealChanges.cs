namespace NewsWatcher.Deals;

/// <summary>What changed in a ledger between two instants, in facts.</summary>
/// <param name="Items">Items added; those that added nothing new included.</param>
public sealed record DealChanges(string DealId, DateTimeOffset Since, DateTimeOffset Until, int Items, IReadOnlyList<DealChange> Changes);
