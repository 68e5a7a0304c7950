namespace NewsWatcher.Fetching;

/// <summary>What robots.txt (RFC 9309) says of article pages; kept for a day per host.</summary>
public sealed class RobotsGate(HttpFetcher fetcher, TimeProvider clock)
{
    /// <summary>Null when the page may be read; else one readable sentence why not.</summary>
    public Task<string?> RefusalAsync(Uri page, CancellationToken ct) => throw Seam.Open(fetcher, clock, page, ct);
}
