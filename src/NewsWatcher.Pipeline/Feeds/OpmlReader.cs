using System.Xml;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads OPML from anywhere: opens nothing, expands nothing, and takes all of a file or none of it.</summary>
public static class OpmlReader
{
    public const int MaxOutlines = 5_000;
    public const int MaxDepth = 16;

    private const int MaxName = 200;
    private const int MaxTag = 64;

    public static OpmlRead Read(byte[] body)
    {
        if (body.Length > FeedReader.MaxChars)
        {
            return new OpmlRead.Refused("larger than 16 MiB");
        }

        var text = Charsets.Decode(body, "application/xml").TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        try
        {
            using var reader = XmlReader.Create(FeedReader.Undeclared(text, 0), StrictXml.Settings);
            return Outlines(reader);
        }
        catch (XmlException e)
        {
            return new OpmlRead.Refused($"not well-formed XML: {e.Message}");
        }
    }

    private static OpmlRead Outlines(XmlReader reader)
    {
        var (outlines, skipped, folders) = (new List<OpmlOutline>(), new List<string>(), new List<string>());
        var known = new HashSet<string>(StringComparer.Ordinal);
        var count = 0;
        reader.MoveToContent();
        if (!string.Equals(reader.LocalName, "opml", StringComparison.OrdinalIgnoreCase))
        {
            return new OpmlRead.Refused($"not OPML: it begins with <{reader.LocalName}>");
        }

        while (reader.Read())
        {
            var isOutline = string.Equals(reader.LocalName, "outline", StringComparison.OrdinalIgnoreCase);
            if (isOutline && reader.NodeType == XmlNodeType.EndElement)
            {
                folders.RemoveAt(folders.Count - 1);
            }
            else if (isOutline && reader.NodeType == XmlNodeType.Element)
            {
                if (++count > MaxOutlines || folders.Count >= MaxDepth)
                {
                    return new OpmlRead.Refused(count > MaxOutlines ? $"more than {MaxOutlines} outlines" : $"folders within folders, more than {MaxDepth} deep");
                }

                var isEmpty = reader.IsEmptyElement;
                var name = Take(reader, folders, known, outlines, skipped);
                if (!isEmpty)
                {
                    folders.Add(name);
                }
            }
        }

        return new OpmlRead.Subscriptions(outlines, skipped);
    }

    // The name that the outline has as a folder; "" when it is a feed itself.
    private static string Take(XmlReader reader, List<string> folders, HashSet<string> known, List<OpmlOutline> outlines, List<string> skipped)
    {
        var attributes = Attributes(reader);
        var title = Cut(attributes.GetValueOrDefault("title") ?? attributes.GetValueOrDefault("text") ?? "", MaxName);
        if (attributes.GetValueOrDefault("xmlurl") is not { } address)
        {
            return Cut(title, MaxTag);
        }

        if (CanonicalUrl.Of(address) is null || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            skipped.Add($"\"{(title.Length > 0 ? title : Cut(address, MaxName))}\": {Cut(address, MaxName)} is no http(s) address without user name");
        }
        else if (!known.Add(CanonicalUrl.Identity(address) ?? address))
        {
            skipped.Add($"\"{title}\": {Cut(address, MaxName)} stands twice");
        }
        else
        {
            var categories = (attributes.GetValueOrDefault("category") ?? "").Split(',').Select(c => Cut(c.Trim().Trim('/'), MaxTag));
            outlines.Add(new(url, title.Length > 0 ? title : url.IdnHost, [.. folders.Concat(categories).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).Take(MaxDepth)]));
        }

        return "";
    }

    private static Dictionary<string, string> Attributes(XmlReader reader)
    {
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (reader.MoveToNextAttribute())
        {
            if (reader.Value.Trim() is { Length: > 0 } value)
            {
                attributes.TryAdd(reader.LocalName, value);
            }
        }

        return attributes;
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..length];
}
