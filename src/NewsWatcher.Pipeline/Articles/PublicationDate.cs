using System.Collections.Frozen;
using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>When a page says it was first published, by falling trust: JSON-LD, meta, marked-up times, the address, dates in plain sight.</summary>
internal sealed class PublicationDate(HtmlPage page, StructuredData data, string? address, bool dayFirst)
{
    // In falling order of trust.
    private static readonly string[] Published = [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate", "datepublished", "date_published", "published_date",
        "published_time",
        "publishdate", "publish_date", "publish-date", "published", "pubdate", "pub_date", "publication_date", "publicationdate", "publication-date",
        "cxenseparse:recs:publishtime",
        "cxenseparse:publishtime", "sailthru.date", "parsely-pub-date", "article.published", "rnews:datepublished", "bt:pubdate", "shareaholic:article_published_time",
        "vr:published_time",
        "dcterms.created", "dc.date.created", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dc.created", "article_date_original", "originalpublicationdate",
        "article:post_date",
        "displaydate", "release_date", "lastpublished", "article:created", "created", "datecreated", "date", "og:date", "weibo:article:create_at", "search.date",
        "citation_publication_date",
        "citation_online_date", "blogcatalog:date", "timestamp", "time", "gentime", "og:regdate",
    ];

    private static readonly string[] OtherDates = ["datePublished", "uploadDate", "dateCreated"];

    private static readonly string[] Modified = [
        "article:modified_time", "og:updated_time", "og:modified_time", "article:modified", "datemodified", "last-modified", "lastmod", "lastmodified", "dcterms.modified", "revised", "modified",
    ];

    private static readonly FrozenSet<string> Trusted = new[] { "published", "publish", "publication", "pubdate", "entry", "posted", "created" }.ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> DateWords = new[]
    {
        "date", "time", "datetime", "timestamp", "published", "publish", "pubdate", "posted", "dateline", "byline", "meta", "datum", "fecha", "data", "info", "submitted", "created", "day",
        "author", "details", "release", "stamp", "postdate", "postmeta", "articledate", "newsdate",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>First publication; null when nothing on the page tells.</summary>
    public PublishedDate? First() =>
        OfStory("datePublished") ?? OfMeta(Published) ?? OfOtherObjects() ?? OfMarkup() ?? OfAddress()
        ?? InSight() ?? Anywhere(120, n => !IsElsewhere(n)) ?? Anywhere(60, _ => true) ?? OfMeta(Modified);

    public PublishedDate? Updated() => OfStory("dateModified") ?? OfMeta(Modified);

    private PublishedDate? OfStory(string property) => DateText.Read(data.StoryText(property));

    private PublishedDate? OfOtherObjects() =>
        data.Objects.SelectMany(o => OtherDates.Select(p => DateText.Read(StructuredData.Text(o, p)))).FirstOrDefault(d => d is not null);

    private PublishedDate? OfMeta(string[] names)
    {
        var metas = page.Elements("meta").Select(m => (Name: (m["property"] ?? m["name"] ?? m["itemprop"] ?? m["http-equiv"] ?? "").Trim().ToLowerInvariant(), Content: m["content"]))
            .Where(m => m.Content is not null).ToLookup(m => m.Name, m => m.Content, StringComparer.Ordinal);
        return names.SelectMany(n => metas[n]).Select(c => DateText.Read(c, dayFirst)).FirstOrDefault(d => d is not null);
    }

    private PublishedDate? OfAddress()
    {
        var canonical = page.Elements("link").FirstOrDefault(l => l["rel"] == "canonical")?["href"];
        return DateText.OfAddress(address) ?? DateText.OfAddress(canonical);
    }

    /// <summary>time elements, itemprop and data attributes: those named as published first, else the first one that does not say updated.</summary>
    private PublishedDate? OfMarkup()
    {
        var marked = page.All.Where(n => n.Tag is "time" or "abbr" || n["itemprop"] is not null || n["property"] is not null || n["datetime"] is not null)
            .Where(n => !IsElsewhere(n)).Take(200).ToList();
        var explicitly = marked.Where(n => n["itemprop"] is "datePublished" or "dateCreated" || n["property"] is "datePublished" or "dc:date" || n["pubdate"] is not null);
        var named = marked.Where(n => n.Tag is "time" or "abbr" && n.NameWords.Any(Trusted.Contains) && !SaysUpdated(n));
        var plain = marked.Where(n => n.Tag == "time" && !SaysUpdated(n));
        return explicitly.Concat(named).Concat(plain).Select(OfNode).FirstOrDefault(d => d is not null);
    }

    private PublishedDate? OfNode(HtmlNode node) =>
        DateText.Read(node["content"]) ?? DateText.Read(node["datetime"]) ?? DateText.Read(node.Tag == "abbr" ? node["title"] : null) ?? DateText.Read(ShortText(node), dayFirst);

    /// <summary>A short line whose element is named like a date.</summary>
    private PublishedDate? InSight() => page.All
        .Where(n => n.TextLength is > 5 and < 150 && !IsElsewhere(n) && n.NameWords.Any(DateWords.Contains) && !SaysUpdated(n))
        .Take(300).Select(n => DateText.Read(ShortText(n), dayFirst)).FirstOrDefault(d => d is not null);

    /// <summary>The first short line with a date, those after the headline before others.</summary>
    private PublishedDate? Anywhere(int longest, Func<HtmlNode, bool> counts)
    {
        var headline = page.Elements("h1").FirstOrDefault()?.Order ?? 0;
        var lines = page.All.Where(n => n.IsText && n.TextLength > 5 && n.TextLength < longest && n.Parent is { Tag: not ("script" or "title" or "textarea" or "option") } && counts(n)).Take(3000).ToList();
        var dates = lines.Where(l => l.Order > headline).Concat(lines).Where(l => l.Text.Any(char.IsAsciiDigit) && !PageWords.StartsWithAny("updated", FoldedText.Of(l.Text)));
        return dates.Select(l => DateText.Read(l.Text, dayFirst)).FirstOrDefault(d => d is not null);
    }

    /// <summary>Within a list of other stories, comments and the like; a part that holds most of the page is none of these, whatever its name.</summary>
    private bool IsElsewhere(HtmlNode node) => node.Ancestors().Prepend(node).Any(a => a.TextLength < 0.4 * page.Body.TextLength
        && (a.Tag is "nav" or "aside" or "footer" || a.NameWords.Any(PageWords.Set("elsewhere-words").Contains)));

    private static bool SaysUpdated(HtmlNode node) =>
        node["itemprop"] is "dateModified" || node.NameWords.Any(w => w is "updated" or "modified" or "update")
        || (node.Parent is { TextLength: < 150 } parent && PageWords.StartsWithAny("updated", FoldedText.Of(ShortText(parent))));

    private static string ShortText(HtmlNode node) => node.TextLength > 300 ? "" : HtmlText.Of(node);
}
