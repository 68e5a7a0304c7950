using System.Text;
using System.Xml.Linq;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>The text of an element, as plain text or as HTML, by what its type says it is.</summary>
internal static class ElementText
{
    private static readonly HashSet<string> Void = ["br", "img", "hr", "input", "wbr", "area", "param", "col", "embed", "source", "track"];

    public static string Plain(XElement element) => Kind(element) switch
    {
        ContentKind.Text when element.Name.Namespace == FeedNames.Atom => PlainText.Spaced(element.Value),
        ContentKind.Markup => PlainText.Spaced(element.Value),
        ContentKind.Base64 => PlainText.Spaced(Decoded(element.Value)),
        _ => PlainText.OfHtml(element.Value),
    };

    /// <summary>An HTML fragment with absolute addresses; null when the element is empty or stands for something elsewhere.</summary>
    /// <param name="length">Most characters that are looked at.</param>
    public static string? Html(XElement element, Uri? document, int length)
    {
        var html = Kind(element) switch
        {
            ContentKind.Text => PlainText.Escaped(element.Value),
            ContentKind.Markup => Inner(Unwrapped(element)),
            ContentKind.Base64 => Decoded(element.Value),
            _ => Unwrapped(element) is { HasElements: false } innermost ? innermost.Value : Inner(element),
        };
        return string.IsNullOrWhiteSpace(html) ? null : HtmlLinks.Absolute(PlainText.Cut(html.Trim(), length), FeedUrl.BaseOf(element, document));
    }

    private enum ContentKind
    {
        Html,
        Text,
        Markup,
        Base64,
    }

    private static ContentKind Kind(XElement element)
    {
        if (element.Name.Namespace != FeedNames.Atom)
        {
            return element.Name.Namespace == FeedNames.Xhtml || element.Elements().Any(e => e.Name.Namespace == FeedNames.Xhtml) ? ContentKind.Markup : ContentKind.Html;
        }

        var type = (element.Attribute("type")?.Value ?? "").Trim().ToLowerInvariant();
        var mode = (element.Attribute("mode")?.Value ?? "").Trim().ToLowerInvariant();
        return (type, mode) switch
        {
            (_, "base64") => ContentKind.Base64,
            ("html" or "text/html", "xml") => ContentKind.Markup,
            ("html" or "text/html" or "application/xhtml+xml" or "xhtml", "escaped") => ContentKind.Html,
            ("html" or "text/html", _) => ContentKind.Html,
            _ when type is "xhtml" || type.EndsWith("xml", StringComparison.Ordinal) => element.HasElements || type is "xhtml" ? ContentKind.Markup : ContentKind.Text,
            (_, _) when element.HasElements => ContentKind.Markup,
            ("" or "text", _) => ContentKind.Text,
            _ => type.StartsWith("text/", StringComparison.Ordinal) ? ContentKind.Text : ContentKind.Base64,
        };
    }

    // An Atom div is the wrapper that the format asks for, no part of the content.
    private static XElement Unwrapped(XElement element) =>
        element.Elements().Count() == 1 && element.Elements().Single() is { Name.LocalName: "div" } div
        && string.IsNullOrWhiteSpace(string.Concat(element.Nodes().OfType<XText>().Select(t => t.Value))) ? div : element;

    private static string Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64.Trim(), bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : PlainText.Escaped(base64);
    }

    private static string Inner(XElement element)
    {
        var built = new StringBuilder();
        Write(element.Nodes(), built);
        return built.ToString();
    }

    private static void Write(IEnumerable<XNode> nodes, StringBuilder built)
    {
        foreach (var node in nodes)
        {
            Steps.Count();
            if (node is XText text)
            {
                built.Append(PlainText.Escaped(text.Value));
            }
            else if (node is XElement element)
            {
                Write(element, built);
            }
        }
    }

    private static void Write(XElement element, StringBuilder built)
    {
        var name = element.Name.LocalName;
        built.Append('<').Append(name);
        foreach (var attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration))
        {
            var prefix = attribute.Name.Namespace == XNamespace.Xml ? "xml:" : attribute.Name.Namespace == FeedNames.Xlink ? "xlink:" : "";
            built.Append(' ').Append(prefix).Append(attribute.Name.LocalName).Append("=\"")
                .Append(PlainText.Escaped(attribute.Value).Replace("\"", "&quot;", StringComparison.Ordinal)).Append('"');
        }

        built.Append('>');
        if (!Void.Contains(name))
        {
            Write(element.Nodes(), built);
            built.Append("</").Append(name).Append('>');
        }
    }
}
