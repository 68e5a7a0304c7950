using System.Text;
using System.Xml;

namespace NewsWatcher.Feeds;

/// <summary>Writes feeds as OPML 2.0: the first tag of a feed is its folder, all of them are its categories. What lies in files or is a page without a feed is left out: other readers could not follow it.</summary>
public static class OpmlWriter
{
    private const int MostFolders = OpmlReader.MaxDepth - 1;

    /// <summary>Whether other readers can follow it.</summary>
    public static bool Takes(Feed feed) => feed.Url is not null && feed.Listing is null;

    /// <summary>The feeds in lists of so many outlines, folders included, as <see cref="OpmlReader"/> takes at once: the feeds of a folder stand together, in one list or in one after the other.</summary>
    public static IReadOnlyList<IReadOnlyList<Feed>> Parts(IEnumerable<Feed> feeds)
    {
        var parts = new List<IReadOnlyList<Feed>>();
        var (part, folders) = (new List<Feed>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var (feed, path) in feeds.Where(Takes).Select(f => (f, Paths(f))).OrderBy(f => f.Item2.LastOrDefault() ?? "", StringComparer.Ordinal))
        {
            if (part.Count + folders.Count + 1 + path.Count(p => !folders.Contains(p)) > OpmlReader.MaxOutlines)
            {
                parts.Add(part);
                (part, folders) = ([], new(StringComparer.Ordinal));
            }

            part.Add(feed);
            folders.UnionWith(path);
        }

        return [.. parts, part];
    }

    public static void Write(IEnumerable<Feed> feeds, TextWriter output)
    {
        // By hand: the writer would name the encoding of strings, not that of the file.
        output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", "NewsWatcher feeds");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        Level(xml, [.. feeds.Where(Takes).Select(f => (f, Folders(f)))], depth: 0);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    // A category cannot hold a comma nor begin with a slash; a folder can.
    private static List<string> Folders(Feed feed) => [.. feed.Tags.Where((tag, i) => i == 0 || !IsCategory(tag)).Take(MostFolders)];

    // Each folder of a feed with those around it, from the outermost on.
    private static List<string> Paths(Feed feed)
    {
        var folders = Folders(feed);
        return [.. folders.Select((_, i) => string.Join('\0', folders.Take(i + 1)))];
    }

    private static bool IsCategory(string tag) => !tag.Contains(',', StringComparison.Ordinal) && !tag.StartsWith('/');

    private static void Level(XmlWriter xml, IReadOnlyList<(Feed Feed, List<string> Folders)> feeds, int depth)
    {
        foreach (var (feed, _) in feeds.Where(f => f.Folders.Count == depth))
        {
            Outline(xml, feed);
        }

        foreach (var folder in feeds.Where(f => f.Folders.Count > depth).GroupBy(f => f.Folders[depth], StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Writable(folder.Key));
            xml.WriteAttributeString("title", Writable(folder.Key));
            Level(xml, [.. folder], depth + 1);
            xml.WriteEndElement();
        }
    }

    private static void Outline(XmlWriter xml, Feed feed)
    {
        xml.WriteStartElement("outline");
        xml.WriteAttributeString("type", "rss");
        xml.WriteAttributeString("text", Writable(feed.Name));
        xml.WriteAttributeString("title", Writable(feed.Name));
        xml.WriteAttributeString("xmlUrl", feed.Url?.AbsoluteUri);
        if (feed.Language is { } language)
        {
            xml.WriteAttributeString("language", Writable(language));
        }

        if (feed.Tags.Where(IsCategory).ToList() is { Count: > 0 } categories)
        {
            xml.WriteAttributeString("category", Writable(string.Join(',', categories)));
        }

        xml.WriteEndElement();
    }

    // XML has no way to write most control characters.
    private static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            written.Append(Rune.IsControl(rune) || rune.Value is 0xFFFE or 0xFFFF ? " " : rune.ToString());
        }

        return written.ToString();
    }
}
