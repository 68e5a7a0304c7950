using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Which address of an entry or feed is the page, and which are attachments.</summary>
internal static class FeedLinks
{
    private const int MaxEnclosures = 64;
    private const int MaxEnclosureChars = 2 * 1024;

    /// <summary>RSS link text, else the Atom alternate, HTML before anything else.</summary>
    public static string? Page(FeedNodes nodes, Uri? document)
    {
        var links = nodes.All("link").ToList();
        var written = links.Where(l => l.Name.Namespace == FeedNames.Rss && l.Attribute("href") is null).Select(l => Of(l, l.Value, document)).FirstOrDefault(u => u is not null);
        var alternates = links.Where(l => l.Attribute("href") is not null && Rel(l) is "" or "alternate").ToList();
        var alternate = alternates.OrderBy(l => IsHtml(l) ? 0 : 1).Select(l => Of(l, l.Attribute("href")?.Value, document)).FirstOrDefault(u => u is not null);
        return written ?? alternate ?? links.Select(l => Of(l, l.Value, document)).FirstOrDefault(u => u is not null);
    }

    public static IReadOnlyList<string> Enclosures(FeedNodes nodes, Uri? document)
    {
        var urls = nodes.All("enclosure").Select(e => Of(e, (e.Attribute("url") ?? e.Attribute("href"))?.Value, document))
            .Concat(nodes.All("link").Where(l => Rel(l) == "enclosure").Select(l => Of(l, l.Attribute("href")?.Value ?? l.Value, document)))
            .Concat(nodes.Deep("media:content").Concat(nodes.Deep("media:thumbnail")).Select(m => Of(m, m.Attribute("url")?.Value, document)));
        var chars = 0;
        return [.. urls.OfType<string>().Distinct(StringComparer.Ordinal).Take(MaxEnclosures).TakeWhile(u => (chars += u.Length) <= MaxEnclosureChars)];
    }

    private static string Rel(XElement link) => (link.Attribute("rel")?.Value ?? "").Trim().ToLowerInvariant()
        .Replace("http://www.iana.org/assignments/relation/", "", StringComparison.Ordinal);

    private static bool IsHtml(XElement link) =>
        (link.Attribute("type")?.Value ?? "").Trim() is "" or "text/html" or "application/xhtml+xml" or "html";

    private static string? Of(XElement element, string? raw, Uri? document) => FeedUrl.Absolute(raw, FeedUrl.BaseOf(element, document));
}
