namespace NewsWatcher.Feeds.Discovery;

/// <summary>In which form a feed is written.</summary>
public enum FeedKind
{
    Rss,
    Atom,
    JsonFeed,
    NewsSitemap,
}
