using NewsWatcher.Html;

namespace NewsWatcher.Feeds.Discovery;

/// <summary>The feeds that a page names: its link elements first, in the page's order, then the links that look like feeds.</summary>
internal static class PageFeeds
{
    private const int MaxTitle = 200;

    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/rss+xml", "application/atom+xml", "application/feed+json", "application/rdf+xml", "application/rss", "application/atom", "text/rss+xml", "text/atom+xml", "application/xml", "text/xml",
    };

    private static readonly HashSet<string> Captions = new(StringComparer.OrdinalIgnoreCase)
    {
        "rss", "atom", "rss feed", "rss feeds", "atom feed", "rss 2.0", "rss 1.0", "atom 1.0", "json feed", "feed", "feeds", "xml feed", "subscribe via rss", "subscribe by rss",
    };

    public static IReadOnlyList<FeedCandidate> Of(HtmlPage page, Uri url)
    {
        var baseUrl = page.Elements("base").Select(b => FeedAddress.Read(b["href"], url)).FirstOrDefault(b => b is not null) ?? url;
        return [.. page.Elements("link").Select(l => Element(l, baseUrl)).Concat(page.Elements("a").Select(a => Link(a, baseUrl))).OfType<FeedCandidate>()];
    }

    /// <summary>Whether a relation and a type, of a link element or a Link header, mean a feed.</summary>
    public static bool IsFeed(string? relation, string? type)
    {
        var relations = (relation ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return relations.Contains("feed", StringComparer.OrdinalIgnoreCase)
            || (relations.Contains("alternate", StringComparer.OrdinalIgnoreCase) && !relations.Contains("stylesheet", StringComparer.OrdinalIgnoreCase) && Types.Contains((type ?? "").Split(';')[0].Trim()));
    }

    private static FeedCandidate? Element(HtmlNode link, Uri baseUrl) =>
        IsFeed(link["rel"], link["type"]) && FeedAddress.Read(link["href"], baseUrl) is { } url ? new(url, FeedSign.LinkElement, Title(link["title"])) : null;

    private static FeedCandidate? Link(HtmlNode link, Uri baseUrl)
    {
        if (link["href"] is not { Length: > 0 } href || href[0] == '#' || FeedAddress.Read(href, baseUrl) is not { } url)
        {
            return null;
        }

        var caption = link.TextLength < MaxTitle ? HtmlText.Of(link) : "";
        var isFeed = FeedAddress.LooksLikeFeed(url) || IsFeed(link["rel"], link["type"]) || link["rel"] is not null && Types.Contains(link["type"] ?? "")
            || Captions.Contains(caption) || Captions.Contains(link["title"]?.Trim() ?? "") || Captions.Contains(link["aria-label"]?.Trim() ?? "");
        return isFeed ? new(url, FeedSign.PageLink, Title(link["title"]) ?? Title(caption)) : null;
    }

    private static string? Title(string? text) => text is not null && HtmlText.Clean(text) is { Length: > 0 } title ? PlainText.Cut(title, MaxTitle) : null;
}
