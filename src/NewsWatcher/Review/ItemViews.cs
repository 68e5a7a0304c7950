using NewsWatcher.Deals;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Review;

/// <summary>What the address of the list of items says.</summary>
internal sealed record ItemSearch(string? Q, string? Deal, string? Outlet, string? Tag, int? Page)
{
    public const int PageSize = 50;

    public int Number => Math.Clamp(Page ?? 1, 1, 10_000);

    public ItemFilter Filter => new()
    {
        Search = Given(Q), DealId = Given(Deal), OutletId = Given(Outlet), Tag = Given(Tag), Limit = PageSize + 1, Offset = (Number - 1) * PageSize,
    };

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}

/// <param name="HasMore">Whether another page follows.</param>
/// <param name="Deals">To choose from: id and name.</param>
/// <param name="Outlets">By the ids that the listed items and the catalog use.</param>
/// <param name="Matches">Deals of each listed item, the held-back ones left out.</param>
public sealed record ItemListView(
    IReadOnlyList<StoredItem> Items, ItemFilter Filter, int Page, bool HasMore, IReadOnlyList<(string Id, string Name)> Deals,
    IReadOnlyDictionary<string, Outlet> Outlets, ILookup<long, DealMatch> Matches)
{
    public bool IsFiltered => Filter is not { Search: null, DealId: null, OutletId: null, Tag: null };
}

/// <param name="Names">Of the followed deals and their parts, by id.</param>
/// <param name="Decided">What somebody just decided on it; null for nothing.</param>
public sealed record ItemView(ItemDetail Detail, Outlet Outlet, IReadOnlyDictionary<string, string> Names, Decision? Decided);
