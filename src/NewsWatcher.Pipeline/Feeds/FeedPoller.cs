using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Asks one feed, over the network or in a file, and reads what it says.</summary>
public sealed class FeedPoller(HttpFetcher fetcher)
{
    /// <param name="validators">Of the last complete reading; <see cref="Validators.None"/> for a full fetch.</param>
    /// <param name="hash">Of the last body; null for a full reading.</param>
    public Task<FeedPoll> PollAsync(Feed feed, Validators validators, string? hash, CancellationToken ct) =>
        throw Seam.Open(fetcher, feed, validators, hash, ct);
}
