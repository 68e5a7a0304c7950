using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Reads the fields of one RSS item or Atom entry, by vocabulary and not by the prefix or kind of the feed.</summary>
internal sealed class EntryReader(XElement item, Uri? baseUrl)
{
    public const int MaxTitle = 1024;
    public const int MaxAuthor = 512;
    public const int MaxContent = 512 * 1024;
    public const int MaxCategories = 64;

    private readonly FeedNodes _nodes = new(item);

    public Entry Read()
    {
        var source = _nodes.First("source");
        return new Entry
        {
            Id = Id(),
            Title = Title(_nodes) ?? "",
            Link = FeedLinks.Page(_nodes, baseUrl) ?? Permalink(),
            Published = Date("pubdate", "published", "issued", "dcterms:issued", "dcterms:created", "created"),
            Updated = Date("updated", "modified", "dc:date", "dcterms:modified", "dcterms:date"),
            Summary = Html("description", "summary", "dc:description", "itunes:summary", "media:description"),
            Content = Html("content:encoded", "content", "xhtml:body", "xhtml:div", "body", "fullitem"),
            Author = FeedAuthors.Of(_nodes),
            Categories = FeedCategories.Of(_nodes),
            Enclosures = FeedLinks.Enclosures(_nodes, baseUrl),
            SourceName = source is null ? null : Blank(source.HasElements ? Title(new FeedNodes(source)) : PlainText.Cut(ElementText.Plain(source), MaxTitle)),
            SourceUrl = source is null ? null : FeedUrl.Absolute(source.Attribute("url")?.Value, baseUrl) ?? FeedLinks.Page(new FeedNodes(source), baseUrl),
        };
    }

    public static string? Title(FeedNodes nodes) =>
        Blank(nodes.All("title").Where(t => t.Name.Namespace != FeedNames.Atom || !nodes.IsRss).Concat(nodes.All("title", "dc:title", "media:title"))
            .Select(t => PlainText.Cut(ElementText.Plain(t), MaxTitle)).FirstOrDefault(t => t.Length > 0));

    private string? Id()
    {
        var id = Blank(_nodes.Text("guid", "id")) ?? item.Attributes().FirstOrDefault(a => FeedNames.Key(a.Name) == "rdf:about")?.Value.Trim();
        return id is null || id.Length <= EntryKey.MaxIdChars ? Blank(id) : EntryKey.Hashed(id);
    }

    private string? Permalink()
    {
        var isPermalink = _nodes.First("guid")?.Attribute("isPermaLink")?.Value.Trim().Equals("false", StringComparison.OrdinalIgnoreCase) is not true;
        return Id() is { } id && isPermalink && FeedUrl.IsWeb(id) ? FeedUrl.Absolute(id, baseUrl) : null;
    }

    private DateTimeOffset? Date(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in _nodes.All(key))
            {
                if (FeedDate.Read(element.Value) is { } date)
                {
                    return date;
                }
            }
        }

        return null;
    }

    private string? Html(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var element in _nodes.Deep(key))
            {
                if (element.Attribute("src") is null && ElementText.Html(element, baseUrl, MaxContent) is { } html)
                {
                    return PlainText.Cut(html, MaxContent);
                }
            }
        }

        return null;
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
