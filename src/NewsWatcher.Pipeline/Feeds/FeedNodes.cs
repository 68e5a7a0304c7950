using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>The children of a feed, entry or source, found by <see cref="FeedNames.Key"/>.</summary>
internal sealed class FeedNodes(XElement element)
{
    private readonly ILookup<string, XElement> _children = element.Elements().ToLookup(e => FeedNames.Key(e.Name), StringComparer.Ordinal);

    public XElement Element => element;

    public bool IsRss => element.Name.Namespace == FeedNames.Rss;

    public XElement? First(string key) => _children[key].FirstOrDefault();

    public IEnumerable<XElement> All(params string[] keys) => keys.SelectMany(k => _children[k]);

    /// <summary>Children and, for Media RSS, what groups and contents hold.</summary>
    public IEnumerable<XElement> Deep(string key) => !key.StartsWith("media:", StringComparison.Ordinal) ? _children[key]
        : _children[key].Concat(All("media:group", "media:content").SelectMany(g => g.Descendants().Where(e => FeedNames.Key(e.Name) == key)));

    public string? Text(params string[] keys) => All(keys).Select(e => e.Value.Trim()).FirstOrDefault(t => t.Length > 0);
}
