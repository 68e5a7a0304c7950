using System.Xml.Linq;

namespace NewsWatcher.Feeds.Discovery;

/// <summary>A sitemap, as far as discovery looks into one: the stories of a news sitemap, or the sitemaps that an index lists.</summary>
internal sealed record SitemapFile(IReadOnlyList<Entry> Stories, string? Publication, string? Language, IReadOnlyList<Uri> Listed)
{
    private const int HeadChars = 4096;

    /// <summary>Null for what is no sitemap.</summary>
    public static SitemapFile? Read(string text, Uri url)
    {
        var head = text.AsSpan(0, Math.Min(text.Length, HeadChars));
        if (!head.Contains("urlset", StringComparison.Ordinal) && !head.Contains("sitemapindex", StringComparison.Ordinal))
        {
            return null;
        }

        var tree = new FeedTree();
        if (!StrictXml.TryRead(FeedReader.Undeclared(text, 0), tree))
        {
            tree = new FeedTree();
            LooseXml.Read(text, tree);
        }

        return tree.Document.Elements().FirstOrDefault() is { } root ? root.Name.LocalName switch
        {
            "urlset" => OfNews([.. root.Elements().Where(e => e.Name.LocalName == "url")], url),
            "sitemapindex" => new([], null, null, [.. root.Elements().Select(s => FeedAddress.Read(Text(s, "loc"), url)).OfType<Uri>().Distinct()]),
            _ => null,
        } : null;
    }

    private static SitemapFile OfNews(IReadOnlyList<XElement> urls, Uri url)
    {
        var news = urls.Select(u => (Url: u, News: Child(u, "news"))).Where(u => u.News is not null).Select(u => (u.Url, News: u.News ?? u.Url)).Take(FeedShape.MaxEntries).ToList();
        var publication = news.Select(n => Child(n.News, "publication")).FirstOrDefault(p => p is not null);
        return new([.. news.Select(n => new Entry
        {
            Title = PlainText.Cut(Text(n.News, "title") is { } title ? PlainText.Spaced(title) : "", EntryReader.MaxTitle),
            Link = FeedUrl.Absolute(Text(n.Url, "loc"), url),
            Published = FeedDate.Read(Text(n.News, "publication_date")),
        })], publication is null ? null : Text(publication, "name"), publication is null ? null : Text(publication, "language"), []);
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(e => e.Name.LocalName == name);

    private static string? Text(XElement element, string name) => Child(element, name)?.Value.Trim() is { Length: > 0 } text ? text : null;
}
