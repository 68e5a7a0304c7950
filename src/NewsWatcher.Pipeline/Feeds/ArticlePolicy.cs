namespace NewsWatcher.Feeds;

/// <summary>Whether the articles behind a feed's entries are read. <see cref="Matching"/>: only where title or summary touches a deal.</summary>
public enum ArticlePolicy
{
    Fetch,
    Matching,
    Never,
}
