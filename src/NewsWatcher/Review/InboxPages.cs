using NewsWatcher.Deals;
using NewsWatcher.Review.Pages;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>Loads what waits for a person.</summary>
internal sealed class InboxPages(Database database, LedgerReader ledgers, ItemQueries items, CurrentCatalog catalog, TimeProvider clock, PageWriter writer)
{
    /// <summary>One sitting; what is decided makes room for the next.</summary>
    private const int Most = 40;
    private const int MostHeldBack = 20;

    private readonly DecisionStore _decisions = new(database);

    /// <param name="dealId">Only of this deal; null for all.</param>
    /// <param name="decided">The decision that led back here; null for none.</param>
    public async Task<IResult> ListAsync(string? dealId, long? decided, CancellationToken ct)
    {
        var (known, held) = (catalog.Catalog.Deals, new List<HeldBackItem>());
        var asked = known.Where(d => string.IsNullOrWhiteSpace(dealId) || string.Equals(d.Id, dealId, StringComparison.Ordinal)).ToList();
        foreach (var deal in asked)
        {
            held.AddRange((await items.ListAsync(new ItemFilter { DealId = deal.Id, HeldBack = true, Limit = MostHeldBack }, ct)).Select(i => new HeldBackItem(deal.Id, i)));
        }

        if (asked.Count == 0 && known.Count > 0)
        {
            return TypedResults.NotFound();
        }

        var waiting = await ledgers.WaitingAsync(string.IsNullOrWhiteSpace(dealId) ? null : dealId, clock.GetUtcNow(), ct);
        return writer.Page<InboxPage, InboxView>(new(
            [.. waiting.Take(Most)],
            waiting.Count,
            held,
            [.. known.Select(d => (d.Id, d.Root.Name))],
            known.SelectMany(d => d.Parts).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal),
            asked is [var only] ? only.Id : null,
            decided is { } id ? await _decisions.FindAsync(id, ct) : null));
    }
}

/// <summary>An item that may be about a deal, by too few signs to count.</summary>
public sealed record HeldBackItem(string DealId, StoredItem Item);

/// <param name="Queue">The gravest first.</param>
/// <param name="Waiting">How many wait in all.</param>
/// <param name="Deals">To choose from: id and name.</param>
/// <param name="Names">Of deals and parts, by id.</param>
/// <param name="DealId">The one deal shown; null for all.</param>
public sealed record InboxView(
    IReadOnlyList<WaitingClaim> Queue, int Waiting, IReadOnlyList<HeldBackItem> HeldBack, IReadOnlyList<(string Id, string Name)> Deals,
    IReadOnlyDictionary<string, string> Names, string? DealId, Decision? Decided);
