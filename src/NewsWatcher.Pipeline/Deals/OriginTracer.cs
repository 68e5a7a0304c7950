using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>Traces items to the independent reporting unit they come from. A view over all items of a deal: the order of arrival does not matter.</summary>
public static class OriginTracer
{
    public static IReadOnlyDictionary<long, Origin> Trace(IReadOnlyList<ReportedItem> items, OutletCatalog outlets) =>
        throw Seam.Open(items, outlets);
}
