using System.Buffers;
using System.Net;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Text without markup, entities decoded, white space in single spaces.</summary>
internal static class PlainText
{
    public static string OfHtml(string html) => Spaced(WebUtility.HtmlDecode(Untagged(html)));

    public static string Spaced(string text)
    {
        var spaced = ArrayPool<char>.Shared.Rent(text.Length + 1);
        var length = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
            {
                spaced[length++] = text[at];
            }
            else if (length > 0 && spaced[length - 1] != ' ')
            {
                spaced[length++] = ' ';
            }
        }

        var whole = new string(spaced, 0, length > 0 && spaced[length - 1] == ' ' ? length - 1 : length);
        ArrayPool<char>.Shared.Return(spaced);
        return whole;
    }

    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    public static string Escaped(string text) =>
        text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    // A bracket that opens no tag ("profit < 5 %") is text.
    private static string Untagged(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal))
        {
            return html;
        }

        var (built, at) = (new StringBuilder(html.Length), 0);
        for (var open = html.IndexOf('<', 0); open >= 0; open = html.IndexOf('<', at))
        {
            built.Append(html, at, open - at);
            var close = Close(html, open);
            Steps.Count((close < 0 ? html.Length : close + 1) - at);
            if (close < 0)
            {
                return built.Append(html, open, html.Length - open).ToString();
            }

            built.Append(close == open ? "<" : "");
            at = close + 1;
        }

        return built.Append(html, at, html.Length - at).ToString();
    }

    // Where the markup that begins here ends: the bracket itself when it begins none, -1 when it never ends.
    private static int Close(string html, int open)
    {
        var rest = html.AsSpan(open);
        if (rest.StartsWith("<!--"))
        {
            return At(html, "-->", open, 2);
        }

        foreach (var silent in new[] { "script", "style" })
        {
            if (rest[1..].StartsWith(silent, StringComparison.OrdinalIgnoreCase))
            {
                var end = html.IndexOf("</" + silent, open, StringComparison.OrdinalIgnoreCase);
                return end < 0 ? html.Length - 1 : html.IndexOf('>', end);
            }
        }

        var next = rest.Length > 1 ? rest[1] : ' ';
        return char.IsAsciiLetter(next) || next is '/' or '!' or '?' ? html.IndexOf('>', open) : open;
    }

    private static int At(string html, string mark, int from, int add)
    {
        var at = html.IndexOf(mark, from, StringComparison.Ordinal);
        return at < 0 ? -1 : at + add;
    }
}
