using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds claims and decisions into a ledger. Pure: the same claims in any order give the same ledger.</summary>
public static class LedgerFold
{
    /// <param name="items">Items that belong to the deal, with every claim, ended ones included.</param>
    /// <param name="decisions">Oldest first.</param>
    /// <param name="asOf">Only what was reported by then.</param>
    /// <param name="recordedAsOf">Only what was written down and decided by then; null for everything.</param>
    public static DealLedger Fold(
        FollowedDeal deal, IReadOnlyList<ReportedItem> items, IReadOnlyDictionary<long, Origin> origins, IReadOnlyList<Decision> decisions,
        DateTimeOffset asOf, DateTimeOffset? recordedAsOf) =>
        throw Seam.Open(deal, items, origins, decisions, asOf, recordedAsOf);

    /// <summary>What is different in <paramref name="after"/>; empty when nothing is.</summary>
    public static IReadOnlyList<DealChange> Difference(DealLedger before, DealLedger after) =>
        throw Seam.Open(before, after);
}
