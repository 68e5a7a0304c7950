using NewsWatcher.Fetching;

namespace NewsWatcher.Articles;

/// <summary>Gets the page behind an entry: over the network where robots.txt allows it, or from the folder that a file feed maps.</summary>
public sealed class PageFetcher(HttpFetcher fetcher, RobotsGate robots)
{
    /// <param name="pages">Link prefix → absolute folder, of the file feed that showed the entry; empty for a network feed.</param>
    public Task<PageFetch> FetchAsync(Uri url, IReadOnlyDictionary<string, string> pages, CancellationToken ct) =>
        throw Seam.Open(fetcher, robots, url, pages, ct);
}
