using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsWatcher.Html;

/// <summary>A parsed page as a tree of our own: nothing runs, nothing is loaded.</summary>
public sealed class HtmlPage
{
    public const int MaxCharacters = 4 * 1024 * 1024;

    private const int MaxDepth = 400;

    private int _order;

    private HtmlPage(string markup)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = false, IsStrictMode = false }, BrowsingContext.New(AngleSharp.Configuration.Default));
        using var document = parser.ParseDocument(markup);
        Root = Convert(document.DocumentElement, 0, inLink: false);
        All = [.. Root.Descendants()];
        Body = All.FirstOrDefault(n => n.Tag == "body") ?? Root;
    }

    public HtmlNode Root { get; }

    public HtmlNode Body { get; }

    /// <summary>Every node in document order.</summary>
    public IReadOnlyList<HtmlNode> All { get; }

    /// <summary>Never throws on odd markup; too deep, too many or too long parts are cut.</summary>
    public static HtmlPage Parse(string markup) =>
        new(MarkupTrim.Of(markup.Length > MaxCharacters ? markup[..MaxCharacters] : markup));

    public IEnumerable<HtmlNode> Elements(string tag) => All.Where(n => n.Tag == tag);

    private HtmlNode Convert(IElement element, int depth, bool inLink)
    {
        var node = new HtmlNode(element.LocalName.ToLowerInvariant(), "", Attributes(element)) { Order = _order++ };
        inLink |= node.Tag == "a";
        for (var child = element.FirstChild; child is not null && depth < MaxDepth; child = child.NextSibling)
        {
            switch (child)
            {
                case IText text:
                    node.Append(Text(text.Data, inLink));
                    break;
                case IElement inner:
                    node.Append(Convert(inner, depth + 1, inLink));
                    break;
            }
        }

        var counts = node.Tag is not ("script" or "head" or "textarea");
        foreach (var child in node.Children)
        {
            node.TextLength += counts ? child.TextLength : 0;
            node.LinkLength += counts ? child.LinkLength : 0;
        }

        node.End = _order;
        return node;
    }

    private HtmlNode Text(string text, bool inLink)
    {
        var length = 0;
        foreach (var c in text)
        {
            length += char.IsWhiteSpace(c) ? 0 : 1;
        }

        var node = new HtmlNode("", text, HtmlNode.NoAttributes) { Order = _order++, TextLength = length, LinkLength = inLink ? length : 0 };
        node.End = _order;
        return node;
    }

    private static Dictionary<string, string> Attributes(IElement element)
    {
        if (element.Attributes.Length == 0)
        {
            return HtmlNode.NoAttributes;
        }

        var attributes = new Dictionary<string, string>(element.Attributes.Length, StringComparer.Ordinal);
        foreach (var attribute in element.Attributes)
        {
            attributes[attribute.Name] = attribute.Value;
        }

        return attributes;
    }
}
