using System.Runtime.CompilerServices;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Drains the queue of due readings: what entries carry in large transactions, pages one by one, several at once and fair over hosts.</summary>
public sealed class ReadingPass(EntryPass entryPass, ReadingStore store, FeedStore feeds, WatchingOptions options, TimeProvider clock)
{
    private const int EntriesAtOnce = 500;

    // Each of them may be a page of half a megabyte, and take a hundred times that while it is read.
    private const int AtOnce = 4;
    private const int PagesAhead = 256;

    /// <summary>Reads from entries what needs no page.</summary>
    /// <param name="moved">Hears of every portion.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<ReadingTally> EntriesAsync(CompiledCatalog catalog, Action moved, CancellationToken stopping, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var tally = ReadingTally.Nothing;
        while (!stopping.IsCancellationRequested && await store.DueAsync(now, readsPage: false, EntriesAtOnce, ct) is { Count: > 0 } due)
        {
            var read = due.AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(Environment.ProcessorCount, AtOnce)).WithCancellation(ct).Select(d => (Due: d, Done: entryPass.ReadEntry(d, catalog, reason: null))).ToList();
            var refused = await entryPass.SaveAllAsync([.. read.Where(r => r.Done is not null).Select(r => (r.Due, r.Done!))], now, ct); // just filtered
            foreach (var (failed, _) in read.Where(r => r.Done is null))
            {
                await store.SaveAsync(failed, new ReadingResult.Failed("reading it failed in NewsWatcher itself"), now, ct);
            }

            var failures = refused + read.Count(r => r.Done is null);
            tally += new ReadingTally { Headlines = read.Count - failures, Failed = failures, Apart = refused > 0 ? 0 : read.Count(r => r.Done is { IsApart: true }) };
            moved();
        }

        return tally;
    }

    /// <summary>Reads due pages.</summary>
    /// <param name="done">Hears of every page.</param>
    /// <param name="stopping">Once cancelled, nothing new is begun.</param>
    public async Task<ReadingTally> PagesAsync(CompiledCatalog catalog, Action<ReadingTally> done, CancellationToken stopping, CancellationToken ct)
    {
        var pages = await feeds.PagesAsync(ct);
        var none = new Dictionary<string, string>(StringComparer.Ordinal);
        var (gate, tally) = (new Lock(), ReadingTally.Nothing);
        await new FetchLanes(options.ParallelArticles, clock).ForEachAsync(DueAsync(stopping, ct), async (due, token) =>
        {
            var read = await entryPass.RunAsync(due, due.FeedKey is { } key ? pages.GetValueOrDefault(key, none) : none, catalog, token);
            lock (gate)
            {
                tally += read;
                done(tally);
            }
        }, ct);
        return tally;
    }

    // Every item once a pass: what is put off, or was begun and is not written down yet, is not begun again.
    private async IAsyncEnumerable<DueReading> DueAsync(CancellationToken stopping, [EnumeratorCancellation] CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var begun = new HashSet<long>();
        while (true)
        {
            var due = (await store.DueAsync(now, readsPage: true, PagesAhead + options.ParallelArticles, ct)).Where(d => begun.Add(d.ItemId)).ToList();
            if (due.Count == 0)
            {
                yield break;
            }

            foreach (var reading in FairOrder.ByHost(due, d => Uri.TryCreate(d.Url, UriKind.Absolute, out var url) ? url : null))
            {
                if (stopping.IsCancellationRequested)
                {
                    yield break;
                }

                yield return reading;
            }
        }
    }
}
