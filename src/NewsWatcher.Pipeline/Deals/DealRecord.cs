using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Everything that the views over a deal are folded from.</summary>
/// <param name="Items">Whatever the matcher or a person ever put into it, with every claim.</param>
/// <param name="Decisions">Oldest first.</param>
public sealed record DealRecord(FollowedDeal Deal, OutletCatalog Outlets, IReadOnlyList<ReportedItem> Items, IReadOnlyList<Decision> Decisions)
{
    /// <summary>Items that belong to the deal, by what was decided until then.</summary>
    public IEnumerable<ReportedItem> ItemsAt(DateTimeOffset? recordedAsOf)
    {
        var decided = new DecisionsInForce([.. Decisions.Where(d => !(d.At > recordedAsOf))]);
        return Items.Where(i => decided.On(i.Id, Deal.Id)?.Belongs ?? i.IsMatched);
    }

    // Origins are traced among what had been reported by then: a later text must not change what an earlier ledger said.
    public DealLedger At(DateTimeOffset asOf, DateTimeOffset? recordedAsOf)
    {
        var reported = ItemsAt(recordedAsOf).Where(i => i.ReportedAt <= asOf && (recordedAsOf is null || i.Claims.Count == 0 || i.Claims.Any(c => c.RecordedAt <= recordedAsOf))).ToList();
        return LedgerFold.Fold(Deal, reported, OriginTracer.Trace(reported, Outlets), Decisions, asOf, recordedAsOf);
    }
}
