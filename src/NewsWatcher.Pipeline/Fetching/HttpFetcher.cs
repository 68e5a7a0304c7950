namespace NewsWatcher.Fetching;

/// <summary>One polite, bounded, checked GET at a time per caller; many callers at once share its limits per host.</summary>
public sealed class HttpFetcher(FetchingOptions options, TimeProvider clock) : IDisposable
{
    public Task<FetchResult> GetAsync(FetchRequest request, CancellationToken ct) => throw Seam.Open(options, clock, request, ct);

    public void Dispose()
    {
    }
}
