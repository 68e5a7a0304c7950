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

        /// <summary>The feed's own id (Atom); null when it has none.</summary>
        public string? Id { get; init; }

        public PublishingTimes Times { get; init; } = PublishingTimes.Any;

        /// <summary>What is worth telling of a reading that is sound all the same; null when there is nothing.</summary>
        public string? Remark { get; init; }
    }

    public sealed record NotAFeed(string Reason) : FeedRead
    {
        /// <summary>The sitemaps that a list of sitemaps names, absolute.</summary>
        public IReadOnlyList<string> Sitemaps { get; init; } = [];
    }

    /// <param name="Reason">A whole sentence: which selector found nothing, and among how much.</param>
    public sealed record NotAListing(string Reason) : FeedRead;
}
