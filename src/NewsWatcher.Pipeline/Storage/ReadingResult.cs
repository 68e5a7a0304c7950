using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Storage;

/// <summary>How reading an item ended.</summary>
public abstract record ReadingResult
{
    private ReadingResult()
    {
    }

    /// <param name="FromPage">False when only the entry's own text was read.</param>
    /// <param name="Reason">Why the page was not read although it should have been; null otherwise.</param>
    /// <param name="Original">The page as received; null when there was none.</param>
    public sealed record Done(Article Article, ArticleFacts Facts, bool FromPage, string? Reason, Original? Original) : ReadingResult
    {
        /// <summary>Whether it tells of no deal at all: nothing of it is to be placed.</summary>
        public bool IsApart { get; init; }

        /// <summary>What its facts were read with; 0 where nobody knows, so that they are read again.</summary>
        public long Basis { get; init; }
    }

    /// <summary>Reading it failed in our own code: what was known of the item stays, and nothing tries again by itself.</summary>
    public sealed record Failed(string Reason) : ReadingResult;

    /// <summary>To be tried again at <paramref name="RetryAt"/>.</summary>
    public sealed record Later(string Reason, DateTimeOffset RetryAt) : ReadingResult;
}
