namespace NewsWatcher.Feeds.Discovery;

/// <summary>Where sites that name no feed commonly have one all the same: few, the likeliest first.</summary>
internal static class CommonPlaces
{
    private static readonly string[] OfSites = ["feed", "rss", "rss.xml", "feed.xml", "atom.xml", "index.xml", "index.rdf", "feed.json", "news-sitemap.xml", "sitemap-news.xml"];
    private static readonly string[] OfSections = ["feed", "rss", "rss.xml"];

    public static IEnumerable<FeedCandidate> Of(Uri page)
    {
        var root = new Uri(page, "/");
        var folder = new Uri(page.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/");
        // A page of its own ("story-1.html") has no feed below it.
        var isSection = folder != root && !Path.HasExtension(folder.AbsolutePath.TrimEnd('/')) && folder.Segments.Length <= 4;
        return (isSection ? OfSections.Select(name => new Uri(folder, name)) : []).Concat(OfSites.Select(name => new Uri(root, name)))
            .Select(url => new FeedCandidate(url, FeedSign.CommonPlace, Title: null));
    }
}
