using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Ledgers for people: loads what the views are folded from, and folds it.</summary>
public sealed class LedgerReader(Database database)
{
    /// <summary>Null when there is no such deal.</summary>
    public Task<DealLedger?> ReadAsync(string dealId, DateTimeOffset now, DateTimeOffset? asOf, DateTimeOffset? recordedAsOf, CancellationToken ct) =>
        throw Seam.Open(database, dealId, now, asOf, recordedAsOf, ct);

    /// <summary>What changed in a deal's ledger between two recorded instants. Null when there is no such deal.</summary>
    public Task<DealChanges?> ChangesAsync(string dealId, DateTimeOffset since, DateTimeOffset until, CancellationToken ct) =>
        throw Seam.Open(database, dealId, since, until, ct);
}
