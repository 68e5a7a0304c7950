using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>The readers that one state of the configuration makes, each when the first article needs it: most passes bring none.</summary>
public sealed class CompiledCatalog
{
    private readonly Lazy<FactExtractor> _extractor;
    private readonly Lazy<DealMatcher> _matcher;

    public CompiledCatalog(Catalog catalog)
    {
        Catalog = catalog;
        _extractor = new(() => new(catalog.Deals));
        _matcher = new(() => new(catalog.Deals));
    }

    public Catalog Catalog { get; }

    public FactExtractor Extractor => _extractor.Value;

    public DealMatcher Matcher => _matcher.Value;

    /// <summary>Whether an article may tell of a deal, followed or not. All others are kept and found without facts.</summary>
    public bool Concerns(Article article) => Matcher.Touches(article) || FactExtractor.IsLikelyDeal(article);

    public OutletCatalog Outlets => Catalog.Publishers;

    /// <summary>The outlet behind an outlet id; one of unknown tier when nobody classified it.</summary>
    public Outlet OutletOf(string id) => Catalog.OutletOf(id);
}
