using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>Brings every kind of feed into one of two shapes: RSS 2.0 with its items in the channel, or Atom 1.0.</summary>
internal static class FeedShape
{
    /// <summary>More than any feed has; the rest of a longer one is not looked at.</summary>
    public const int MaxEntries = 10_000;

    private static readonly string[] Roots = ["rss", "rdf", "feed", "channel", "entry", "item"];

    /// <summary>Null when the document is no feed; <paramref name="reason"/> then says what it is.</summary>
    public static XDocument? Of(XElement document, out string reason)
    {
        // Some publishers wrap their feed in a page.
        var root = document.Elements().FirstOrDefault(e => Roots.Contains(Name(e)) && e.Name.Namespace != FeedNames.Xhtml)
            ?? document.Descendants().FirstOrDefault(e => e.Name == FeedNames.Atom + "feed" || (Is(e, "rss") && e.Elements().Any(c => Is(c, "channel"))));
        reason = document.Elements().FirstOrDefault() is { } first ? Name(first) == "html" ? "an HTML page" : $"XML with the root \"{first.Name.LocalName}\"" : "no XML";
        var shaped = root is null ? null : Name(root) is "feed" or "entry" ? Atom(root) : Rss(root);
        return shaped is null ? null : new XDocument(shaped);
    }

    private static XElement? Rss(XElement root)
    {
        var channels = root.Elements().Where(e => Is(e, "channel")).ToList();
        var heads = channels.Count > 0 ? channels : [root];
        var items = root.Elements().Concat(channels.Elements()).Where(e => Is(e, "item")).ToList();
        if (Name(root) == "item")
        {
            items = [root];
        }
        else if (items.Count == 0 && channels.Count == 0 && Name(root) != "rss")
        {
            return null;
        }

        var wrapped = items.Count == 0 ? root.Elements().Concat(channels.Elements()).Where(e => Is(e, "items")).Elements().Where(e => Is(e, "item")).ToList() : [];
        var head = heads[0];
        return new XElement("rss", Bases(root), new XAttribute("version", "2.0"), Declarations(FeedNames.Rss),
            new XElement("channel", Bases(head == root ? new XElement("none") : head),
                head.Elements().Where(e => !Is(e, "item") && !Is(e, "channel")),
                items.Concat(wrapped).Take(MaxEntries).Select(i => new XElement("item", i.Attributes(), i.Nodes()))));
    }

    private static XElement? Atom(XElement root)
    {
        if (Name(root) == "entry")
        {
            return new XElement(FeedNames.Atom + "feed", Declarations(FeedNames.Atom), new XElement(FeedNames.Atom + "entry", root.Attributes(), root.Nodes()));
        }

        var isFeed = root.Elements().Any(e => Is(e, "entry") || Is(e, "title") || Is(e, "id"));
        return !isFeed && root.Name.Namespace != FeedNames.Atom ? null : new XElement(FeedNames.Atom + "feed",
            root.Attributes().Where(a => !a.IsNamespaceDeclaration), Declarations(FeedNames.Atom),
            root.Elements().Where(e => !Is(e, "entry")),
            root.Elements().Where(e => Is(e, "entry")).Take(MaxEntries).Select(e => new XElement(FeedNames.Atom + "entry", e.Attributes(), e.Nodes())));
    }

    private static IEnumerable<XAttribute> Bases(XElement element) => element.Attributes().Where(a => a.Name.Namespace == XNamespace.Xml);

    // The library looks for the main vocabulary without a prefix.
    private static IEnumerable<XAttribute> Declarations(XNamespace main) => FeedNames.Declared.Where(d => d.Space != main)
        .Select(d => new XAttribute(XNamespace.Xmlns + d.Prefix, d.Space.NamespaceName))
        .Concat(main == FeedNames.Rss ? [] : [new XAttribute("xmlns", main.NamespaceName)]);

    private static bool Is(XElement element, string name) =>
        (element.Name.Namespace == FeedNames.Rss || element.Name.Namespace == FeedNames.Atom) && Name(element) == name;

    private static string Name(XElement element) => element.Name.LocalName.ToLowerInvariant();
}
