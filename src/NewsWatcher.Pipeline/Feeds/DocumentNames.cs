using System.Collections.Frozen;
using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>The names of one document's elements and attributes. System.Xml.Linq keeps a name for as long as its vocabulary is in use, and those of feeds
/// always are: what a publisher makes up is put into a vocabulary of the document's own, and goes with it.</summary>
internal sealed class DocumentNames
{
    private static readonly FrozenDictionary<string, string> Words = (
        "rss rdf feed channel item items entry title link guid id source language category categories subject keywords tags comments "
        + "pubdate published issued created updated modified date description summary content encoded body div fullitem "
        + "author creator credit name email uri enclosure group thumbnail ttl skiphours hour skipdays day updateperiod updatefrequency updatebase "
        + "p br a b i em strong span img ul ol li h1 h2 h3 h4 table blockquote pre code")
        .Split(' ').ToFrozenDictionary(w => w, StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Attributes =
        "about base href isPermaLink label lang mode rel space src term text title type url".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static long _documents;

    private readonly XNamespace _own = XNamespace.Get($"urn:document:{Interlocked.Increment(ref _documents)}");

    /// <summary>Whether anybody looks for elements of this name, whatever its vocabulary.</summary>
    public static bool IsSought(string local) => Words.ContainsKey(local);

    /// <param name="space">One of <see cref="FeedNames"/>; null for any other.</param>
    public XName Element(XNamespace? space, string local) => space is not null && Words.TryGetValue(local, out var word) ? space + word : _own + local;

    /// <param name="space">One of <see cref="FeedNames"/>; null for any other.</param>
    public XName Attribute(XNamespace? space, string local) => (Attributes.Contains(local) ? space : null) is { } lasting ? lasting + local : _own + local;
}
