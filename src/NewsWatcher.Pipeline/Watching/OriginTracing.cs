using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Keeps the view of origins that lists and items show up with what belongs to a deal.</summary>
public sealed class OriginTracing(PlacementStore placements, LedgerQueries ledgers)
{
    public async Task TraceAsync(string dealId, Catalog catalog, CancellationToken ct)
    {
        if (catalog.Deal(dealId) is not { } deal)
        {
            return;
        }

        var record = await ledgers.RecordAsync(deal, catalog, ct);
        var items = record.ItemsAt(recordedAsOf: null).ToList();
        if (items.Count > 0)
        {
            await placements.SaveOriginsAsync(OriginTracer.Trace(items, catalog.Publishers), ct);
        }
    }
}
