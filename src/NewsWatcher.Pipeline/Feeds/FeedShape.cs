using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Where head and entries of a feed stand in a document, whatever kind of feed or news sitemap it is: entries become the items of RSS 2.0 or the entries of
/// Atom 1.0 in place.</summary>
internal sealed record FeedShape(XElement Head, IReadOnlyList<XElement> Entries)
{
    /// <summary>More than any feed has; the rest of a longer one is not looked at.</summary>
    public const int MaxEntries = 10_000;

    private static readonly string[] Roots = ["rss", "rdf", "feed", "channel", "entry", "item"];

    public bool IsAtom => Head.Name == FeedNames.Atom + "feed";

    /// <summary>Null when the document is no feed; <paramref name="reason"/> then says what it is.</summary>
    public static FeedShape? Of(XElement document, out string reason)
    {
        if (document.Elements().FirstOrDefault() is { } map && SitemapShape.IsSitemap(map))
        {
            return SitemapShape.Of(map, out reason) is { } news ? Rss(news) : null;
        }

        // Some publishers wrap their feed in a page.
        var root = document.Elements().FirstOrDefault(e => Roots.Contains(Name(e)) && e.Name.Namespace != FeedNames.Xhtml)
            ?? document.Descendants().FirstOrDefault(e => e.Name == FeedNames.Atom + "feed" || (Is(e, "rss") && e.Elements().Any(c => Is(c, "channel"))));
        reason = document.Elements().FirstOrDefault() is { } first ? Name(first) == "html" ? "an HTML page" : $"XML with the root \"{first.Name.LocalName}\"" : "no XML";
        return root is null ? null : Name(root) is "feed" or "entry" ? Atom(root) : Rss(root);
    }

    private static FeedShape? Rss(XElement root)
    {
        var channels = root.Elements().Where(e => Is(e, "channel")).ToList();
        var items = root.Elements().Concat(channels.Elements()).Where(e => Is(e, "item")).ToList();
        if (Name(root) == "item")
        {
            items = [root];
        }
        else if (items.Count == 0 && channels.Count == 0 && Name(root) != "rss")
        {
            return null;
        }

        var wrapped = items.Count == 0 ? root.Elements().Concat(channels.Elements()).Where(e => Is(e, "items")).Elements().Where(e => Is(e, "item")) : [];
        return new(channels.Count > 0 ? channels[0] : root, Named(items.Concat(wrapped), FeedNames.Rss + "item"));
    }

    private static FeedShape? Atom(XElement root)
    {
        if (Name(root) == "entry")
        {
            return new(new XElement(FeedNames.Atom + "feed"), Named([root], FeedNames.Atom + "entry"));
        }

        if (root.Name.Namespace != FeedNames.Atom && !root.Elements().Any(e => Is(e, "entry") || Is(e, "title") || Is(e, "id")))
        {
            return null;
        }

        root.Name = FeedNames.Atom + "feed";
        return new(root, Named(root.Elements().Where(e => Is(e, "entry")), FeedNames.Atom + "entry"));
    }

    private static List<XElement> Named(IEnumerable<XElement> entries, XName name)
    {
        var named = entries.Take(MaxEntries).ToList();
        foreach (var entry in named)
        {
            entry.Name = name;
        }

        return named;
    }

    private static bool Is(XElement element, string name) =>
        (element.Name.Namespace == FeedNames.Rss || element.Name.Namespace == FeedNames.Atom) && Name(element) == name;

    private static string Name(XElement element) => element.Name.LocalName.ToLowerInvariant();
}
