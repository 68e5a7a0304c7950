using System.Text;
using System.Xml;

namespace NewsWatcher.Feeds;

/// <summary>Writes feeds as OPML 2.0: the first tag of a feed is its folder, all of them are its categories. File feeds have no address and are left out.</summary>
public static class OpmlWriter
{
    public static void Write(IEnumerable<Feed> feeds, TextWriter output)
    {
        using var xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        xml.WriteStartElement("opml");
        xml.WriteAttributeString("version", "2.0");
        xml.WriteStartElement("head");
        xml.WriteElementString("title", "NewsWatcher feeds");
        xml.WriteEndElement();
        xml.WriteStartElement("body");
        foreach (var folder in feeds.Where(f => f.Url is not null).GroupBy(f => f.Tags.Count > 0 ? f.Tags[0] : "", StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            Folder(xml, folder.Key, folder);
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Folder(XmlWriter xml, string name, IEnumerable<Feed> feeds)
    {
        if (name.Length > 0)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("text", Writable(name));
        }

        foreach (var feed in feeds)
        {
            xml.WriteStartElement("outline");
            xml.WriteAttributeString("type", "rss");
            xml.WriteAttributeString("text", Writable(feed.Name));
            xml.WriteAttributeString("title", Writable(feed.Name));
            xml.WriteAttributeString("xmlUrl", feed.Url?.AbsoluteUri);
            if (feed.Tags.Count > 0)
            {
                xml.WriteAttributeString("category", Writable(string.Join(',', feed.Tags)));
            }

            xml.WriteEndElement();
        }

        if (name.Length > 0)
        {
            xml.WriteEndElement();
        }
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
