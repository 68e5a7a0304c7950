using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>What was captured and nobody follows: deals, and parts of followed deals.</summary>
public sealed class DealFinder(Database database)
{
    /// <summary>Whatever is older was left out by whoever looked.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(400);

    private readonly CatalogStore _catalogs = new(database);

    /// <param name="least">The smallest sum, in main units.</param>
    public async Task<IReadOnlyList<DealSuggestion>> SuggestAsync(DateTimeOffset since, decimal least, CancellationToken ct)
    {
        var catalog = await _catalogs.LoadAsync(ct);
        return DealSuggestions.Of(await new SuggestionQueries(database).UnfollowedAsync(since, least, catalog.OutletOf, ct), catalog.Publishers, least);
    }

    /// <summary>The suggestion that a development is part of, whatever its sums; null for none.</summary>
    public async Task<DealSuggestion?> FindAsync(long development, DateTimeOffset now, CancellationToken ct) =>
        (await SuggestAsync(now - Oldest, least: 0, ct)).FirstOrDefault(s => s.Developments.Contains(development));

    /// <summary>Parts that reports name and the deals do not have.</summary>
    public async Task<IReadOnlyList<(FollowedDeal Deal, PartCandidate Part)>> PartsAsync(CancellationToken ct)
    {
        var catalog = await _catalogs.LoadAsync(ct);
        var (queries, found) = (new LedgerQueries(database), new List<(FollowedDeal, PartCandidate)>());
        foreach (var deal in catalog.Deals)
        {
            var items = (await queries.RecordAsync(deal, catalog, ct)).ItemsAt(recordedAsOf: null).ToList();
            found.AddRange(PartCandidate.Of(deal, items, OriginTracer.Trace(items, catalog.Publishers)).Select(p => (deal, p)));
        }

        return found;
    }
}
