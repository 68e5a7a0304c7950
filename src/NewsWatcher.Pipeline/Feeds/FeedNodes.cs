using System.Diagnostics;
using System.Xml.Linq;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>The children of a feed, entry or source, found by <see cref="FeedNames.Key"/>.</summary>
internal sealed class FeedNodes(XElement element)
{
    private readonly List<(string Key, XElement Element)> _children = [.. element.Elements().Select(e => (FeedNames.Key(e.Name), e))];

    public XElement Element => element;

    public bool IsRss => element.Name.Namespace == FeedNames.Rss;

    public XElement? First(string key) => All(key).FirstOrDefault();

    /// <summary>The children of these keys: all of the first key, then all of the next.</summary>
    public IEnumerable<XElement> All(params IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            Debug.Assert(DocumentNames.IsSought(key[(key.IndexOf(':', StringComparison.Ordinal) + 1)..]), "only names that are sought keep their vocabulary");
            Steps.Count(_children.Count);
            foreach (var child in _children)
            {
                if (child.Key == key)
                {
                    yield return child.Element;
                }
            }
        }
    }

    /// <summary>Children and, for Media RSS, what groups and contents hold.</summary>
    public IEnumerable<XElement> Deep(string key) => !key.StartsWith("media:", StringComparison.Ordinal) ? All(key)
        : All(key).Concat(All("media:group", "media:content").SelectMany(g => g.Descendants().Where(e => FeedNames.Key(e.Name) == key)));

    public string? Text(params string[] keys) => All(keys).Select(e => e.Value.Trim()).FirstOrDefault(t => t.Length > 0);
}
