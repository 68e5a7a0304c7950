using NewsWatcher.Articles;
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

    /// <summary>Whether an article may tell of a deal, followed or not. All others are kept and found without facts.</summary>
    public bool Concerns(Article article) => Matcher.Touches(article) || FactExtractor.IsLikelyDeal(article);

    public OutletCatalog Outlets => Catalog.Publishers;

    /// <summary>The outlet behind an outlet id; one of unknown tier when nobody classified it.</summary>
    public Outlet OutletOf(string id) => Catalog.OutletOf(id);
}
