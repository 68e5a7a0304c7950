using System.Net;
using System.Text;
using System.Xml;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads OPML from anywhere: opens nothing, expands nothing, and takes all of a file or none of it.</summary>
public static class OpmlReader
{
    public const int MaxOutlines = 5_000;
    public const int MaxDepth = 16;

    private const int MaxEntityChars = 32;

    public static OpmlRead Read(byte[] body)
    {
        if (body.Length > FeedReader.MaxChars)
        {
            return new OpmlRead.Refused("larger than 16 MiB");
        }

        var whole = Charsets.Decode(body, "application/xml");
        var text = FeedReader.Undeclared(whole, DocumentStart.In(whole)).ReadToEnd();
        // What was cut from the beginning counts for the lines that are told.
        var cut = whole.AsSpan(0, whole.Length - text.Length).Count('\n');
        if (!XmlPrescan.IsModest(text))
        {
            return new OpmlRead.Refused($"elements within elements, more than {XmlPrescan.MaxDepth} deep, or a tag of more attributes than that");
        }

        try
        {
            return Outlines(text, cut);
        }
        catch (XmlException) when (Mended(text) is { } mended)
        {
            return Mendable(mended, cut);
        }
        catch (XmlException e)
        {
            return Damaged(e, cut);
        }
    }

    private static OpmlRead Mendable(string mended, int cut)
    {
        try
        {
            return Outlines(mended, cut);
        }
        catch (XmlException e)
        {
            return Damaged(e, cut);
        }
    }

    private static OpmlRead.Refused Damaged(XmlException e, int cut) => new($"not well-formed XML in line {e.LineNumber + cut}: {e.Message}");

    private static OpmlRead Outlines(string text, int cut)
    {
        using var reader = XmlReader.Create(new StringReader(text), StrictXml.Settings);
        reader.MoveToContent();
        if (!string.Equals(reader.LocalName, "opml", StringComparison.OrdinalIgnoreCase))
        {
            return new OpmlRead.Refused($"not OPML: it begins with <{reader.LocalName}>");
        }

        var (outlines, depth) = (new OpmlOutlines(), 0);
        while (reader.Read())
        {
            var isOutline = string.Equals(reader.LocalName, "outline", StringComparison.OrdinalIgnoreCase);
            if (isOutline && reader.NodeType == XmlNodeType.EndElement)
            {
                outlines.Leave();
                depth--;
            }
            else if (isOutline && reader.NodeType == XmlNodeType.Element)
            {
                if (outlines.Count >= MaxOutlines || depth >= MaxDepth)
                {
                    return new OpmlRead.Refused(depth >= MaxDepth ? $"folders within folders, more than {MaxDepth} deep" : $"more than {MaxOutlines} outlines");
                }

                var (isEmpty, line) = (reader.IsEmptyElement, ((IXmlLineInfo)reader).LineNumber + cut);
                outlines.Enter(Attributes(reader), line);
                depth++;
                if (isEmpty)
                {
                    outlines.Leave();
                    depth--;
                }
            }
        }

        return new OpmlRead.Subscriptions(outlines.Feeds, outlines.Skipped);
    }

    // Readers of old wrote addresses and names as they were; a bare & and the entities of HTML are mended, anything else is damage.
    private static string? Mended(string text)
    {
        if (text.Contains("<!ENTITY", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var mended = new StringBuilder(text.Length + 64);
        var at = 0;
        for (var and = text.IndexOf('&', 0); and >= 0; and = text.IndexOf('&', and + 1))
        {
            var end = text.AsSpan(and, Math.Min(MaxEntityChars, text.Length - and)).IndexOf(';');
            var entity = end < 0 ? "&" : text.Substring(and, end + 1);
            var meant = WebUtility.HtmlDecode(entity);
            mended.Append(text, at, and - at).Append(meant.Length is 1 or 2 && entity.Length > 1 ? WebUtility.HtmlEncode(meant) : "&amp;");
            at = meant.Length is 1 or 2 && entity.Length > 1 ? and + entity.Length : and + 1;
        }

        return at == 0 ? null : mended.Append(text, at, text.Length - at).ToString();
    }

    // Those of other vocabularies, such as FreshRSS's own, may have the same names and mean other things.
    private static Dictionary<string, string> Attributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI.Length == 0 && reader.Value.Trim() is { Length: > 0 } value)
            {
                attributes.TryAdd(reader.LocalName, Mojibake.Repaired(value));
            }
        }

        return attributes;
    }
}
