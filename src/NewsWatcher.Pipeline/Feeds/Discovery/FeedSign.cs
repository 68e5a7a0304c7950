namespace NewsWatcher.Feeds.Discovery;

/// <summary>How an address came to be taken for a feed's, the surest sign first.</summary>
public enum FeedSign
{
    /// <summary>It is what was asked about.</summary>
    Asked,

    /// <summary>A Link header of the page.</summary>
    Header,

    /// <summary>A link element of the page.</summary>
    LinkElement,

    /// <summary>A link that readers of the page can follow.</summary>
    PageLink,

    /// <summary>A Sitemap line of robots.txt.</summary>
    Robots,

    /// <summary>The front page of the site, asked for what it names.</summary>
    FrontPage,

    /// <summary>A place where feeds commonly are.</summary>
    CommonPlace,
}
