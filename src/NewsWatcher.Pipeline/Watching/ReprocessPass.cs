using Microsoft.Extensions.Logging;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Reads facts again from the kept texts of items that were read with other deals or rules than those in force, as if they came now. Nothing is fetched and nobody is alerted:
/// what is found so was recorded later than the version it stands in.</summary>
public sealed partial class ReprocessPass(ReprocessStore store, TimeProvider clock, ILogger<ReprocessPass> log)
{
    private const int Portion = 100;
    private const int AtOnce = 4;

    /// <param name="limit">The most items that are looked at.</param>
    /// <param name="progress">Hears of every portion: how many items were looked at, and how many there are.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<ReprocessTally> RunAsync(
        CompiledCatalog catalog, ReprocessScope scope, int limit, IProgress<(int Done, int All)>? progress, CancellationToken stopping, CancellationToken ct)
    {
        var pending = await store.PendingAsync(catalog.Basis, scope, limit, ct);
        var signs = scope.DealId is null ? null : new DealMatcher([.. catalog.Catalog.Deals.Where(d => string.Equals(d.Id, scope.DealId, StringComparison.Ordinal))]);
        var (gate, tally, looked) = (new Lock(), ReprocessTally.Nothing, 0);
        var workers = new ParallelOptions { MaxDegreeOfParallelism = Math.Min(Environment.ProcessorCount, AtOnce), CancellationToken = ct };
        await Parallel.ForEachAsync(pending.Chunk(Portion).TakeWhile(_ => !stopping.IsCancellationRequested), workers, async (ids, token) =>
        {
            var read = await PortionAsync(ids, catalog, scope, signs, token);
            lock (gate)
            {
                tally += read;
                progress?.Report((looked += ids.Length, pending.Count));
            }
        });
        return tally;
    }

    private async Task<ReprocessTally> PortionAsync(long[] ids, CompiledCatalog catalog, ReprocessScope scope, DealMatcher? signs, CancellationToken ct)
    {
        var tally = ReprocessTally.Nothing;
        var done = new List<Reprocessed>();
        foreach (var item in (await store.LoadAsync(ids, ct)).Where(i => signs is null || IsOf(scope, i, signs)))
        {
            if (Read(item, catalog) is { } read)
            {
                done.Add(read);
                continue;
            }

            await store.PassOverAsync(item.ItemId, catalog.Basis, ct);
            tally += ReprocessTally.Nothing with { Failed = 1 };
        }

        return done.Count == 0 ? tally : tally + await store.SaveAsync(done, catalog.Basis, clock.GetUtcNow(), ct);
    }

    private static bool IsOf(ReprocessScope scope, StoredReading item, DealMatcher signs) =>
        item.Assigned.Contains(scope.DealId, StringComparer.Ordinal) || item.Matches.Any(m => string.Equals(m.DealId, scope.DealId, StringComparison.Ordinal))
        || item.Versions.Any(v => signs.Touches(v.ToArticle()));

    // Null when our own code failed on it, which is logged.
    private Reprocessed? Read(StoredReading item, CompiledCatalog catalog)
    {
        try
        {
            var tier = catalog.OutletOf(item.OutletId).Tier;
            var read = item.Versions.Select(v => (Version: v, Facts: Facts(item, v, catalog, tier))).ToList();
            var (article, facts) = (item.Newest.ToArticle(), read[^1].Facts);
            var isApart = read is [(var only, _)] && IsApart(item, only, catalog);
            var isMoved = item.IsPlaced && ((!item.IsInDevelopment && !isApart) || !IsSame(item, catalog.Matches(article, facts)));
            return new(item.ItemId, item.Newest.Id, StatedClaim.Of(item.ItemId, item.ReportedAt, read), facts.IsDeal, isMoved);
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            LogUnexpected(item.ItemId, e);
            return null;
        }
    }

    private static ArticleFacts Facts(StoredReading item, ReadVersion version, CompiledCatalog catalog, Feeds.OutletTier tier) =>
        IsApart(item, version, catalog) ? ArticleFacts.None : catalog.Extractor.Read(version.ToArticle(), version.Number == 1 ? item.ReportedAt : version.RecordedAt, tier);

    // The same that keeps an item apart when it comes.
    private static bool IsApart(StoredReading item, ReadVersion version, CompiledCatalog catalog) =>
        version is { Number: 1, FromPage: false } && item.Assigned.Count == 0 && !catalog.Concerns(version.ToArticle());

    private static bool IsSame(StoredReading item, IReadOnlyList<DealMatch> matches)
    {
        var now = matches.OrderBy(m => m.DealId, StringComparer.Ordinal).ToList();
        var before = item.Matches.OrderBy(m => m.DealId, StringComparer.Ordinal).ToList();
        return now.Count == before.Count && now.Zip(before).All(p => string.Equals(p.First.DealId, p.Second.DealId, StringComparison.Ordinal)
            && p.First.Belongs == p.Second.Belongs && p.First.Score == p.Second.Score && p.First.Reasons.SequenceEqual(p.Second.Reasons, StringComparer.Ordinal));
    }

    [LoggerMessage(LogLevel.Error, "item {Item}: an unexpected fault in reading it again; it stays as it was")]
    private partial void LogUnexpected(long item, Exception fault);
}
