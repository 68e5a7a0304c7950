namespace NewsWatcher.Feeds;

/// <summary>What a body turned out to be.</summary>
public abstract record FeedRead
{
    private FeedRead()
    {
    }

    /// <param name="Ttl">How often the feed itself asks to be polled (ttl, sy:updatePeriod); null when it says nothing.</param>
    /// <param name="Damage">Why only a part could be read; null for a sound document.</param>
    public sealed record Document(string? Title, string? Link, IReadOnlyList<Entry> Entries, TimeSpan? Ttl, string? Damage) : FeedRead
    {
        /// <summary>As the feed states it.</summary>
        public string? Language { get; init; }
    }

    public sealed record NotAFeed(string Reason) : FeedRead;
}
