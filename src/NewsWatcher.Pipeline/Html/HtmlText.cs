using System.Buffers;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Html;

/// <summary>Text and links out of markup, in time linear to its length.</summary>
public static class HtmlText
{
    private const int MaxFragment = 512 * 1024;
    private const char LineBreak = '\u2028';

    /// <summary>The plain text of a fragment such as a feed entry's summary: blocks separated by a blank line, entities decoded, white space normalised.</summary>
    public static string ToPlain(string fragment)
    {
        if (!fragment.AsSpan().ContainsAny('<', '&'))
        {
            return Clean(fragment);
        }

        var bounded = fragment.Length > MaxFragment ? fragment[..MaxFragment] : fragment;
        return new SimpleMarkup(bounded).TryPlain() ?? Parsed(bounded);
    }

    /// <summary>As <see cref="ToPlain"/>, by the parser in any case.</summary>
    internal static string Parsed(string fragment) => string.Join("\n\n", Lines(HtmlPage.Parse(fragment).Body));

    /// <summary>The targets of the links of a fragment, as written, in order.</summary>
    public static IReadOnlyList<string> Links(string fragment) =>
        [.. HtmlPage.Parse(fragment).Elements("a").Select(a => a["href"]?.Trim()).OfType<string>().Where(h => h.Length > 0)];

    /// <summary>The text within a node as one line.</summary>
    public static string Of(HtmlNode node)
    {
        var text = new StringBuilder();
        Append(text, node, _ => true);
        return Clean(text.ToString());
    }

    /// <summary>The text within a node as one line, without the nodes that <paramref name="keep"/> refuses.</summary>
    public static string Of(HtmlNode node, Func<HtmlNode, bool> keep)
    {
        var text = new StringBuilder();
        Append(text, node, keep);
        return Clean(text.ToString());
    }

    /// <summary>The first characters of the text within a node as one line, without reading on.</summary>
    public static string Beginning(HtmlNode node, int characters)
    {
        var text = new StringBuilder();
        // White space between the words is not counted, so that twice as much is looked at.
        Append(text, node, n => text.Length < 2 * characters && n.Tag is not "style");
        var clean = Clean(text.Length > 8 * characters ? text.ToString(0, 8 * characters) : text.ToString());
        return clean.Length <= characters ? clean : clean[..(char.IsHighSurrogate(clean[characters - 1]) ? characters - 1 : characters)];
    }

    /// <summary>White space runs become one space, invisible characters go.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        var clean = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || c == LineBreak)
            {
                if (length > 0 && clean[length - 1] != ' ')
                {
                    clean[length++] = ' ';
                }
            }
            else if (!IsInvisible(c))
            {
                clean[length++] = c;
            }
        }

        var whole = new string(clean.AsSpan(0, length).TrimEnd());
        ArrayPool<char>.Shared.Return(clean);
        return WellFormed.Of(whole);
    }

    public static bool IsBlock(string tag) => Blocks.Contains(tag);

    private static readonly HashSet<string> Blocks = new(
        ("address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr "
        + "html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul legend caption button").Split(' '), StringComparer.Ordinal);

    private static List<string> Lines(HtmlNode root)
    {
        var lines = new List<string>();
        var line = new StringBuilder();
        Walk(root);
        Flush();
        return lines;

        void Walk(HtmlNode node)
        {
            line.Append(node.Text);
            var breaks = node.Tag == "br" || Blocks.Contains(node.Tag);
            if (breaks)
            {
                Flush();
            }

            foreach (var child in node.Tag is "script" or "head" ? [] : node.Children)
            {
                Walk(child);
            }

            if (breaks)
            {
                Flush();
            }
        }

        void Flush()
        {
            if (Clean(line.ToString()) is { Length: > 0 } text)
            {
                lines.Add(text);
            }

            line.Clear();
        }
    }

    private static void Append(StringBuilder text, HtmlNode node, Func<HtmlNode, bool> keep)
    {
        if (node.Tag is "script" or "textarea" || !keep(node))
        {
            return;
        }

        text.Append(node.Text);
        var separates = node.Tag == "br" || Blocks.Contains(node.Tag);
        text.Append(separates ? " " : "");
        foreach (var child in node.Children)
        {
            Append(text, child, keep);
        }

        text.Append(separates ? " " : "");
    }

    // Zero-width space and joiners of Latin text, soft hyphen, byte order mark, direction marks, other control characters.
    private static bool IsInvisible(char c) => c is '\u00AD' or '\u200B' or '\u2060' or '\uFEFF' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F'
        || (char.IsControl(c) && !char.IsWhiteSpace(c));
}
