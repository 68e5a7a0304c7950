using System.Globalization;
using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Brings a news sitemap into the shape of RSS: pages with a news title are entries, the newest first.</summary>
internal static class SitemapShape
{
    private const int MaxNamed = 5;

    private static readonly XName[] Words = ["keywords", "genres"];

    public static bool IsSitemap(XElement root) => Name(root) is "urlset" or "sitemapindex";

    /// <summary>Null for a sitemap that tells no news; <paramref name="reason"/> then says what to do.</summary>
    public static XElement? Of(XElement root, out string reason)
    {
        var news = Children(root, "url").Select(u => (Page: u, News: Child(u, "news"))).Where(u => u.News is not null && Text(u.Page, "loc") is not null)
            .Select(u => (u.Page, News: u.News ?? u.Page, Date: FeedDate.Read(Date(u.Page, u.News)))).ToList();
        reason = Name(root) == "sitemapindex" ? Index(root) : news.Count == 0 && Children(root, "url").Any() ? Plain(root) : "";
        // Sitemaps have no order: beyond the bound, it is the old that is left out.
        return reason.Length > 0 ? null : new XElement("rss", new XElement("channel",
            Stated("name", "title"), Stated("language", "language"),
            news.OrderByDescending(n => n.Date ?? DateTimeOffset.MinValue).Take(FeedShape.MaxEntries).Select(n => Item(n.Page, n.News))));

        // The publication stands with every page.
        XElement? Stated(string name, string meaning) =>
            news.Select(n => Text(Child(n.News, "publication"), name)).FirstOrDefault(n => n is not null) is { } stated ? new XElement(meaning, stated) : null;
    }

    /// <summary>The sitemaps that a list of them names; none for anything else.</summary>
    public static IReadOnlyList<string> Listed(XElement document, Uri? baseUrl) => document.Elements().FirstOrDefault() is { } root && Name(root) == "sitemapindex"
        ? [.. Children(root, "sitemap").Select(m => FeedUrl.Absolute(Text(m, "loc"), baseUrl)).OfType<string>().Where(FeedUrl.IsWeb).Distinct(StringComparer.Ordinal)] : [];

    private static XElement Item(XElement page, XElement news) => new("item",
        new XElement("title", Text(news, "title")),
        new XElement("link", Text(page, "loc")),
        Date(page, news) is { } date ? new XElement("pubDate", date) : null,
        Words.SelectMany(w => (Text(news, w.LocalName) ?? "").Split(',', EntryReader.MaxCategories + 1, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Take(EntryReader.MaxCategories)).Select(w => new XElement("category", w)));

    private static string? Date(XElement page, XElement? news) => Text(news, "publication_date") ?? Text(page, "lastmod");

    private static string Plain(XElement root) => string.Create(CultureInfo.InvariantCulture,
        $"a sitemap whose {Children(root, "url").Count():N0} addresses have no news titles: only news sitemaps can be read, and the site's listing page may be (\"listing\")");

    private static string Index(XElement root)
    {
        var maps = Children(root, "sitemap").Select(m => (Address: Text(m, "loc"), Date: FeedDate.Read(Text(m, "lastmod")))).Where(m => FeedUrl.IsWeb(m.Address)).ToList();
        var best = maps.OrderByDescending(m => m.Address?.Contains("news", StringComparison.OrdinalIgnoreCase)).ThenByDescending(m => m.Date ?? DateTimeOffset.MinValue)
            .Take(MaxNamed).Select(m => PlainText.Cut(m.Address ?? "", 200));
        return string.Create(CultureInfo.InvariantCulture, $"a list of {(maps.Count == 1 ? "one sitemap" : $"{maps.Count:N0} sitemaps")}: give the address of one with news, {(maps.Count == 0 ? "if there is one" : $"such as {string.Join(", ", best)}")}");
    }

    private static IEnumerable<XElement> Children(XElement parent, string name) => parent.Elements().Where(e => Name(e) == name);

    private static XElement? Child(XElement? parent, string name) => parent is null ? null : Children(parent, name).FirstOrDefault();

    private static string? Text(XElement? parent, string name) => Child(parent, name)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static string Name(XElement element) => element.Name.LocalName.ToLowerInvariant();
}
