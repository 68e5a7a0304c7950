using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Ledgers for people: loads what the views are folded from, and folds it.</summary>
public sealed class LedgerReader(Database database)
{
    private readonly CatalogStore _catalogs = new(database);
    private readonly LedgerQueries _queries = new(database);

    /// <summary>Null when there is no such deal.</summary>
    public async Task<DealLedger?> ReadAsync(string dealId, DateTimeOffset now, DateTimeOffset? asOf, DateTimeOffset? recordedAsOf, CancellationToken ct) =>
        await LoadAsync(dealId, ct) is { } loaded ? loaded.At(asOf ?? recordedAsOf ?? now, recordedAsOf) : null;

    /// <summary>What changed in a deal's ledger between two recorded instants. Null when there is no such deal.</summary>
    public async Task<DealChanges?> ChangesAsync(string dealId, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        if (await LoadAsync(dealId, ct) is not { } loaded)
        {
            return null;
        }

        var added = loaded.ItemsAt(until).Count(i => i.Claims.Count > 0 && i.Claims.Min(c => c.RecordedAt) is var at && at > since && at <= until);
        return new DealChanges(dealId, since, until, added, LedgerFold.Difference(loaded.At(since, since), loaded.At(until, until)));
    }

    /// <summary>What the reports of a span of time changed in a deal's ledger, whenever they were captured: history that was filled in later is no news. Null when there is no such deal.</summary>
    public async Task<DealChanges?> NewsAsync(string dealId, DateTimeOffset since, DateTimeOffset until, CancellationToken ct)
    {
        if (await LoadAsync(dealId, ct) is not { } loaded)
        {
            return null;
        }

        var added = loaded.ItemsAt(recordedAsOf: null).Count(i => i.ReportedAt > since && i.ReportedAt <= until);
        return new DealChanges(dealId, since, until, added, LedgerFold.Difference(loaded.At(since, recordedAsOf: null), loaded.At(until, recordedAsOf: null)));
    }

    /// <summary>What waits for a person, the gravest first.</summary>
    /// <param name="dealId">Only of this deal; null for all.</param>
    public async Task<IReadOnlyList<WaitingClaim>> WaitingAsync(string? dealId, DateTimeOffset now, CancellationToken ct)
    {
        var (catalog, waiting) = (await _catalogs.LoadAsync(ct), new List<WaitingClaim>());
        foreach (var deal in catalog.Deals.Where(d => dealId is null || string.Equals(d.Id, dealId, StringComparison.Ordinal)))
        {
            var record = await _queries.RecordAsync(deal, catalog, ct);
            waiting.AddRange(WaitingClaims.Of(record.At(now, recordedAsOf: null), new DecisionsInForce(record.Decisions)));
        }

        return [.. waiting.OrderBy(w => w.Consequence).ThenByDescending(w => w.Source.Claim.ReportedAt)];
    }

    private async Task<DealRecord?> LoadAsync(string dealId, CancellationToken ct)
    {
        var catalog = await _catalogs.LoadAsync(ct);
        return catalog.Deal(dealId) is { } deal ? await _queries.RecordAsync(deal, catalog, ct) : null;
    }
}
