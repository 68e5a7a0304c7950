using System.Collections.Concurrent;
using System.Xml.Linq;

namespace NewsWatcher.Feeds;

/// <summary>The vocabularies that feeds are written in, whatever address or prefix a publisher gave them.</summary>
internal static class FeedNames
{
    public static XNamespace Rss { get; } = XNamespace.None;

    public static XNamespace Atom { get; } = "http://www.w3.org/2005/Atom";

    public static XNamespace Xhtml { get; } = "http://www.w3.org/1999/xhtml";

    public static XNamespace Xlink { get; } = "http://www.w3.org/1999/xlink";

    private static readonly Dictionary<string, XNamespace> Prefixes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["atom"] = Atom, ["a10"] = Atom, ["xhtml"] = Xhtml, ["xlink"] = Xlink, ["xml"] = XNamespace.Xml,
        ["dc"] = "http://purl.org/dc/elements/1.1/", ["dcterms"] = "http://purl.org/dc/terms/",
        ["content"] = "http://purl.org/rss/1.0/modules/content/", ["sy"] = "http://purl.org/rss/1.0/modules/syndication/",
        ["media"] = "http://search.yahoo.com/mrss/", ["itunes"] = "http://www.itunes.com/dtds/podcast-1.0.dtd",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#", ["feedburner"] = "http://rssnamespace.org/feedburner/ext/1.0",
    };

    private static readonly Dictionary<string, XNamespace> Addresses = new(StringComparer.Ordinal)
    {
        [""] = Rss, ["purl.org/rss/1.0"] = Rss, ["purl.org/net/rss1.1"] = Rss, ["my.netscape.com/rdf/simple/0.9"] = Rss,
        ["channel.netscape.com/rdf/simple/0.9"] = Rss, ["blogs.law.harvard.edu/tech/rss"] = Rss, ["cyber.law.harvard.edu/rss"] = Rss,
        ["w3.org/2005/atom"] = Atom, ["purl.org/atom/ns"] = Atom, ["purl.org/atom"] = Atom, ["w3.org/1999/xhtml"] = Xhtml,
        ["purl.org/dc/elements/1.0"] = Prefixes["dc"], ["tools.search.yahoo.com/mrss"] = Prefixes["media"],
        ["video.search.yahoo.com/mrss"] = Prefixes["media"], ["example.com/dtds/podcast-1.0.dtd"] = Prefixes["itunes"],
    };

    private static readonly Dictionary<XNamespace, string> Short = Prefixes.Where(p => p.Key is not ("a10" or "atom"))
        .ToDictionary(p => p.Value, p => p.Key + ":");

    // Of the names that are sought: there are few, and they come again and again.
    private static readonly ConcurrentDictionary<XName, string> Keys = new();

    static FeedNames()
    {
        foreach (var (_, space) in Prefixes)
        {
            Addresses.TryAdd(Bare(space.NamespaceName), space);
        }
    }

    /// <summary>Null for a vocabulary that nobody reads.</summary>
    /// <param name="address">Null when the prefix was never declared.</param>
    public static XNamespace? Space(string prefix, string? address)
    {
        if (address is null)
        {
            return prefix.Length == 0 ? Rss : Prefixes.GetValueOrDefault(prefix);
        }

        if (Addresses.TryGetValue(Bare(address), out var known))
        {
            return known;
        }

        // RSS borrowed by an unknown default namespace is still RSS; drawings and formulas are not.
        return prefix.Length == 0 && !address.Contains("w3.org/", StringComparison.Ordinal) ? Rss : null;
    }

    /// <summary>"title", "dc:creator": RSS and Atom share the plain names; a name of an unknown vocabulary starts with "?".</summary>
    public static string Key(XName name) => Keys.TryGetValue(name, out var known) ? known : NewKey(name);

    private static string NewKey(XName name)
    {
        var local = name.LocalName.ToLowerInvariant();
        var key = name.Namespace == Rss || name.Namespace == Atom ? local : Short.GetValueOrDefault(name.Namespace, "?:") + local;
        if (DocumentNames.IsSought(local) && key[0] != '?')
        {
            Keys[name] = key;
        }

        return key;
    }

    private static string Bare(string address)
    {
        var bare = address.Trim().ToLowerInvariant();
        bare = bare.Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);
        bare = bare.StartsWith("www.", StringComparison.Ordinal) ? bare[4..] : bare;
        return bare.StartsWith("backend.userland.com/", StringComparison.Ordinal) ? "" : bare.TrimEnd('/', '#');
    }
}
