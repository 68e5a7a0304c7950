using NewsWatcher.Review.Pages;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Loads what the pages of items show.</summary>
internal sealed class ItemPages(Database database, ItemQueries items, CurrentCatalog catalog, PageWriter writer)
{
    private readonly PlacementStore _placements = new(database);

    public async Task<IResult> ListAsync(ItemSearch search, CancellationToken ct)
    {
        var filter = search.Filter;
        var found = await items.ListAsync(filter, ct);
        IReadOnlyList<StoredItem> shown = [.. found.Take(ItemSearch.PageSize)];
        return writer.Page<ItemListPage, ItemListView>(new(
            shown,
            filter,
            search.Number,
            found.Count > ItemSearch.PageSize,
            [.. catalog.Catalog.Deals.Select(d => (d.Id, d.Root.Name))],
            shown.Select(i => (Id: i.OutletId, Outlet: catalog.Catalog.OutletOf(i.OutletId))).Concat(catalog.Catalog.Outlets.Select(o => (o.Id, o))).DistinctBy(o => o.Id).ToDictionary(o => o.Id, o => o.Item2, StringComparer.Ordinal),
            await _placements.MatchesAsync([.. shown.Select(i => i.Id)], ct)));
    }

    public async Task<IResult> ItemAsync(long id, long? decided, CancellationToken ct)
    {
        if (await items.FindAsync(id, ct) is not { } detail)
        {
            return TypedResults.NotFound();
        }

        var known = catalog.Catalog;
        return writer.Page<ItemPage, ItemView>(new(
            detail,
            known.OutletOf(detail.Item.OutletId),
            known.Deals.SelectMany(d => d.Parts).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal),
            detail.Decided.All.FirstOrDefault(d => d.Id == decided)));
    }
}
