using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>How asking one feed ended.</summary>
public abstract record FeedPoll
{
    private FeedPoll()
    {
    }

    /// <param name="Hash">Of the body: the same one again needs no reading.</param>
    /// <param name="MovedTo">Set when every hop was a permanent redirect.</param>
    public sealed record Fresh(FeedRead.Document Document, Validators Validators, string Hash, long Bytes, int? Status, TimeSpan? FreshFor, Uri? MovedTo) : FeedPoll;

    /// <summary>304, or a body that is the same as the last one.</summary>
    public sealed record Unchanged(Validators? Validators, long Bytes, int? Status, TimeSpan? FreshFor) : FeedPoll
    {
        /// <summary>Set when every hop was a permanent redirect.</summary>
        public Uri? MovedTo { get; init; }
    }

    /// <param name="IsUnreachable">DNS or connect failed: many of these at once mean that our own network is down.</param>
    public sealed record Failed(OutcomeClass Outcome, string Reason, long Bytes, int? Status, TimeSpan? RetryAfter, bool IsUnreachable) : FeedPoll
    {
        /// <summary>What came over the network in place of a feed; null when nothing did.</summary>
        public FetchResult.Page? Page { get; init; }
    }
}
