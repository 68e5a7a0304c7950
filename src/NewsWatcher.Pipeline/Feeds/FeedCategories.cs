using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>The subjects that an entry is filed under.</summary>
internal static class FeedCategories
{
    public static IReadOnlyList<string> Of(FeedNodes nodes)
    {
        var plain = nodes.All("category").Concat(nodes.All("categories").Elements()).SelectMany(c => new[] { c.Value, c.Attribute("term")?.Value, c.Attribute("label")?.Value })
            .Concat(nodes.All("dc:subject").Select(c => c.Value))
            .Concat(nodes.Deep("media:category").SelectMany(c => new[] { c.Value, c.Attribute("label")?.Value }))
            .Concat(nodes.All("itunes:category").DescendantsAndSelf().Select(c => c.Attribute("text")?.Value));
        var lists = nodes.All("itunes:keywords", "tags").Concat(nodes.Deep("media:keywords")).SelectMany(k => k.Value.Split(','));
        return [.. plain.Concat(lists).Select(c => PlainText.Cut(PlainText.Spaced(c ?? ""), EntryReader.MaxTitle)).Where(c => c.Length > 0)
            .Distinct(StringComparer.Ordinal).Take(EntryReader.MaxCategories)];
    }
}
