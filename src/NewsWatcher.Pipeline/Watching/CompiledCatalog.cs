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

    /// <param name="basis">The number of the basis that the catalog makes; 0 where nobody asked for it: what is read so is read again.</param>
    public CompiledCatalog(Catalog catalog, long basis)
    {
        (Catalog, Basis) = (catalog, basis);
        _extractor = new(() => new(catalog.Deals));
        _matcher = new(() => new(catalog.Deals));
    }

    public Catalog Catalog { get; }

    public long Basis { get; }

    public FactExtractor Extractor => _extractor.Value;

    public DealMatcher Matcher => _matcher.Value;

    /// <summary>What is followed at the moment; its basis is in force from now on.</summary>
    public static async Task<CompiledCatalog> LoadAsync(CatalogStore catalogs, BasisStore bases, DateTimeOffset now, CancellationToken ct)
    {
        var catalog = await catalogs.LoadAsync(ct);
        return new(catalog, await bases.CurrentAsync(catalog, now, ct));
    }

    /// <summary>Whether an article may tell of a deal, followed or not. All others are kept and found without facts.</summary>
    public bool Concerns(Article article) => Matcher.Touches(article) || FactExtractor.IsLikelyDeal(article);

    /// <summary>The followed deals with a reason to look at an article, the best first; the held-back ones included.</summary>
    public IReadOnlyList<DealMatch> Matches(Article article, ArticleFacts facts) => [.. Matcher.Match(article, facts).Where(m => Catalog.Deal(m.DealId) is not null)];

    public OutletCatalog Outlets => Catalog.Publishers;

    /// <summary>The outlet behind an outlet id; one of unknown tier when nobody classified it.</summary>
    public Outlet OutletOf(string id) => Catalog.OutletOf(id);
}
