using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>The readers that one state of the configuration makes.</summary>
public sealed class CompiledCatalog(Catalog catalog)
{
    public Catalog Catalog { get; } = catalog;

    public FactExtractor Extractor { get; } = new(catalog.Deals);

    public DealMatcher Matcher { get; } = new(catalog.Deals);

    public OutletCatalog Outlets => Catalog.Publishers;

    /// <summary>The outlet behind an outlet id; one of unknown tier when nobody classified it.</summary>
    public Outlet OutletOf(string id) => Catalog.OutletOf(id);
}
