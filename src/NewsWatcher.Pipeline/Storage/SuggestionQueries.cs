using NewsWatcher.Deals;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What suggestions of deals are made of.</summary>
public sealed class SuggestionQueries(Database database)
{
    private const int MostItems = 5_000;

    /// <summary>Developments that no followed deal has a part in and that some sum is told of, as their items tell them; of very many items the newest.</summary>
    /// <param name="least">The smallest sum, in main units.</param>
    public Task<IReadOnlyList<UnfollowedStory>> UnfollowedAsync(DateTimeOffset since, decimal least, Func<string, Outlet> outletOf, CancellationToken ct) => database.ReadAsync(async db =>
    {
        var items = await StoredItems.ReadAsync(db, """
            where i.development_id in (
                    select s.development_id from items s join claims c on c.item_id = s.id
                    where coalesce(s.published_at, s.first_seen_at) >= @since and s.development_id is not null
                        and c.kind = 'amount' and c.role in ('Headline', 'Tranche', 'Project') and c.sort_value >= @least)
                and i.development_id not in (
                    select f.development_id from items f join item_deals d on d.item_id = f.id join deals k on k.id = d.deal_id
                    where d.belongs = 1 and k.active = 1 and f.development_id is not null)
            order by coalesce(i.published_at, i.first_seen_at) desc, i.id desc limit @limit
            """, new { since, least = (double)least, limit = MostItems }, ct);
        var claims = await StoredClaims.OfItemsAsync(db, [.. items.Select(i => i.Id)], ct);
        return (IReadOnlyList<UnfollowedStory>)[.. items.GroupBy(i => i.DevelopmentId ?? 0)
            .Select(g => new UnfollowedStory(g.Key, [.. g.Select(i => LedgerQueries.Reported(i, outletOf(i.OutletId), [.. claims[i.Id]]))]))];
    }, ct);
}
