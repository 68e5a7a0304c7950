using System.Globalization;
using Microsoft.Extensions.Logging;
using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Matches read items with deals, puts them into developments and traces where they come from: one serial step, in the order of the news.</summary>
public sealed partial class PlacingPass(PlacementStore placements, OriginTracing origins, TimeProvider clock, ILogger<PlacingPass> log)
{
    private const int AtOnce = 200;
    private const int MaxRemembered = 20_000;
    private const int MaxRebuilt = 5_000;

    // How far back an item may belong to the development of an earlier one, and how old a late item may be for its time to be looked up at all.
    private static readonly TimeSpan Window = TimeSpan.FromDays(45);
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(400);

    private Developments? _developments;
    private DateTimeOffset _since;
    private int _remembered;
    private bool _isTraced;

    /// <summary>How many items were placed.</summary>
    /// <param name="moved">Hears of every portion.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<int> RunAsync(CompiledCatalog catalog, Action? moved, CancellationToken stopping, CancellationToken ct)
    {
        var placed = 0;
        while (!stopping.IsCancellationRequested && await placements.UnplacedAsync(AtOnce, ct) is { Count: > 0 } items)
        {
            placed += await PlaceAsync(items, catalog, ct);
            moved?.Invoke();
        }

        if (!stopping.IsCancellationRequested)
        {
            await TraceAsync(catalog, ct);
        }

        return placed;
    }

    private async Task<int> PlaceAsync(IReadOnlyList<Unplaced> items, CompiledCatalog catalog, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var developments = await DevelopmentsAsync(items[0].Item.ReportedAt, now, ct);
        try
        {
            return await placements.PlaceAsync(items, item => Place(item, developments, catalog), (item, placement, development) => Remember(developments, item, placement.Matches, development), now, ct);
        }
        catch
        {
            // What was remembered of a transaction that failed is not true.
            _developments = null;
            throw;
        }
    }

    private Placement Place(Unplaced unplaced, Developments developments, CompiledCatalog catalog)
    {
        var (item, facts) = unplaced;
        try
        {
            var matches = catalog.Matches(item.ToArticle(), facts);
            var place = developments.Place(Story(unplaced, matches));
            return new(item.Id, matches, place.Development, matches.FirstOrDefault(m => m.Belongs)?.DealId, item.ReportedAt) { CopyOf = place.CopyOf };
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            LogUnexpected(item.Id, item.Url, e);
            return new(item.Id, [], Development: null, null, item.ReportedAt);
        }
    }

    private void Remember(Developments developments, Unplaced item, IReadOnlyList<DealMatch> matches, long development)
    {
        try
        {
            developments.Remember(Story(item, matches), development);
            _remembered++;
        }
        catch (Exception e) when (e is not OutOfMemoryException and not OperationCanceledException)
        {
            LogUnexpected(item.Item.Id, item.Item.Url, e);
        }
    }

    // Rebuilt after a restart, for a late item from before what is remembered, and when too much is.
    private async Task<Developments> DevelopmentsAsync(DateTimeOffset earliest, DateTimeOffset now, CancellationToken ct)
    {
        var since = (earliest < now - Oldest ? now - Oldest : earliest) - Window;
        if (_developments is { } known && since >= _since && _remembered < MaxRemembered)
        {
            return known;
        }

        (_since, _remembered) = (since, 0);
        var developments = new Developments();
        var earlier = await placements.PlacedSinceAsync(since, MaxRebuilt, ct);
        var matches = await placements.MatchesAsync([.. earlier.Select(e => e.Item.Id)], ct);
        foreach (var item in earlier)
        {
            if (item.Item.DevelopmentId is { } development)
            {
                Remember(developments, item, [.. matches[item.Item.Id]], development);
            }
        }

        return _developments = developments;
    }

    // Every deal once a day, and at the first pass after outlets were classified anew; else deals that gained an item.
    private async Task TraceAsync(CompiledCatalog catalog, CancellationToken ct)
    {
        var stamp = _isTraced ? null : string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():yyyyMMdd} {catalog.Catalog.Ownership()}");
        var isTraced = stamp is null || string.Equals(await placements.TracedAsync(ct), stamp, StringComparison.Ordinal);
        var deals = isTraced ? await placements.UntracedAsync(ct) : [.. catalog.Catalog.Deals.Select(d => d.Id)];
        foreach (var deal in deals)
        {
            await origins.TraceAsync(deal, catalog.Catalog, ct);
        }

        if (!isTraced && stamp is not null)
        {
            await placements.SaveTracedAsync(stamp, ct);
        }

        _isTraced = true;
    }

    private static StoryItem Story(Unplaced unplaced, IReadOnlyList<DealMatch> matches)
    {
        var item = unplaced.Item;
        return new(item.Id, item.Title, item.Text, item.Language, item.ReportedAt, item.OutletId, item.ToArticle().IsAiGenerated,
            [.. matches.Where(m => m.Belongs).Select(m => m.DealId)], unplaced.Facts);
    }

    [LoggerMessage(LogLevel.Error, "item {Item} ({Url}): an unexpected fault in placing it")]
    private partial void LogUnexpected(long item, string url, Exception fault);
}
