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
        DateTimeOffset asOf, DateTimeOffset? recordedAsOf)
    {
        var claims = new ClaimsInForce(deal.Id, items, origins, decisions, asOf, recordedAsOf);
        var parts = new PartFold(deal, claims);
        var root = parts.Root();
        return new DealLedger
        {
            DealId = deal.Id,
            Name = deal.Root.Name,
            AsOf = asOf,
            Stage = root.Stage,
            Root = root,
            Spent = parts.Spent,
            Steps = [.. parts.Steps.OrderBy(s => s.At).ThenBy(s => s.PartId, StringComparer.Ordinal).ThenBy(s => s.Stage)],
            Milestones = MilestoneFold.Of(deal, claims.Standing<MilestoneReading>(), asOf),
            Parties = PartyFold.Of(deal, claims.Standing<PartyMention>()),
            Conflicts = [.. parts.Conflicts.OrderByDescending(c => c.Alarms).ThenBy(c => c.PartId, StringComparer.Ordinal).ThenBy(c => c.Cause).ThenBy(c => c.Text, StringComparer.Ordinal)],
            Background = parts.Background(),
            Coverage = claims.Coverage,
        };
    }

    /// <summary>What is different in <paramref name="after"/>; empty when nothing is.</summary>
    public static IReadOnlyList<DealChange> Difference(DealLedger before, DealLedger after) => LedgerDifference.Of(before, after);
}
