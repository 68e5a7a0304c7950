using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Review.Pages;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Loads what the pages of deals show.</summary>
internal sealed class DealPages(LedgerReader ledgers, ItemQueries items, FeedStore feeds, CurrentCatalog catalog, TimeProvider clock, PageWriter writer)
{
    private const int MostHeldBack = 25;
    private static readonly TimeSpan Recent = TimeSpan.FromDays(7);

    public async Task<IResult> HomeAsync(CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var known = new List<DealLedger>();
        var news = new List<DealChanges>();
        foreach (var deal in catalog.Catalog.Deals)
        {
            if (await ledgers.ReadAsync(deal.Id, now, null, null, ct) is { } ledger)
            {
                known.Add(ledger);
            }

            if (await ledgers.NewsAsync(deal.Id, now - Recent, now, ct) is { } changes && (changes.Changes.Count > 0 || changes.Items > 0))
            {
                news.Add(changes);
            }
        }

        return writer.Page<HomePage, HomeView>(new(known, news, await feeds.ListAsync(ct), await items.CountAsync(ct)));
    }

    /// <param name="id">Of the deal, or of one of its parts: that leads to the part's place on the deal's page.</param>
    /// <param name="asOf">A day, up to the end of which the ledger is told.</param>
    /// <param name="ct">Ends the loading.</param>
    public async Task<IResult> DealAsync(string? id, string? asOf, CancellationToken ct)
    {
        if (id is null or ['/', ..])
        {
            return TypedResults.LocalRedirect("/");
        }

        if (id.Contains('/', StringComparison.Ordinal))
        {
            return TypedResults.LocalRedirect(Links.Deal(id));
        }

        DateOnly? day = DateOnly.TryParseExact(asOf, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked) ? asked : null;
        DateTimeOffset? until = day is { } d && d < DateOnly.MaxValue ? new DateTimeOffset(d.AddDays(1), TimeOnly.MinValue, TimeSpan.Zero).AddMilliseconds(-1) : null;
        var now = clock.GetUtcNow();
        var ledger = await ledgers.ReadAsync(id, now, until, null, ct);
        if (ledger is null)
        {
            return TypedResults.NotFound();
        }

        var news = day is null ? await ledgers.NewsAsync(id, now - Recent, now, ct) : null;
        return writer.Page<DealPage, DealView>(new(ledger, await HeldBackAsync(id, ct), day, news));
    }

    private async Task<IReadOnlyList<HeldBack>> HeldBackAsync(string dealId, CancellationToken ct)
    {
        var held = new List<HeldBack>();
        foreach (var item in await items.ListAsync(new ItemFilter { DealId = dealId, HeldBack = true, Limit = MostHeldBack }, ct))
        {
            var match = (await items.FindAsync(item.Id, ct))?.Deals.FirstOrDefault(m => string.Equals(m.DealId, dealId, StringComparison.Ordinal));
            held.Add(new(item, match?.Score ?? 0, match?.Reasons ?? []));
        }

        return held;
    }
}
