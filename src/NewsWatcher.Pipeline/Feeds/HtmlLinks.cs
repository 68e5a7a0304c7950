using System.Net;
using System.Text;

namespace NewsWatcher.Feeds;

/// <summary>Makes the addresses inside an HTML fragment absolute, and leaves everything else as it was.</summary>
internal static class HtmlLinks
{
    private static readonly HashSet<string> Carriers = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "cite", "longdesc", "action", "background", "poster", "data", "usemap", "codebase", "classid",
    };

    public static string Absolute(string html, Uri? baseUrl)
    {
        if (baseUrl is null || !html.Contains('<', StringComparison.Ordinal))
        {
            return html;
        }

        var built = new StringBuilder(html.Length + 64);
        var (copied, at) = (0, 0);
        while ((at = html.IndexOf('<', at)) >= 0)
        {
            at++;
            if (at >= html.Length || !char.IsAsciiLetter(html[at]))
            {
                continue;
            }

            Tag(html, ref at, built, ref copied, baseUrl);
        }

        return copied == 0 ? html : built.Append(html, copied, html.Length - copied).ToString();
    }

    private static void Tag(string html, ref int at, StringBuilder built, ref int copied, Uri baseUrl)
    {
        Skip(html, ref at, c => !char.IsWhiteSpace(c) && c is not ('>' or '/'));
        while (at < html.Length && html[at] != '>')
        {
            var start = at;
            Skip(html, ref at, c => !char.IsWhiteSpace(c) && c is not ('>' or '/' or '='));
            var name = html[start..at];
            Skip(html, ref at, char.IsWhiteSpace);
            if (at >= html.Length || html[at] != '=')
            {
                at += at == start ? 1 : 0;
                continue;
            }

            at++;
            Skip(html, ref at, char.IsWhiteSpace);
            var (from, to) = Value(html, ref at);
            if (Carriers.Contains(name) && Rewritten(html[from..to], baseUrl) is { } absolute)
            {
                built.Append(html, copied, from - copied).Append(absolute);
                copied = to;
            }
        }
    }

    private static string? Rewritten(string raw, Uri baseUrl)
    {
        var value = WebUtility.HtmlDecode(raw).Trim();
        return FeedUrl.HasScheme(value) || FeedUrl.Absolute(value.Length == 0 ? baseUrl.AbsoluteUri : value, baseUrl) is not { } absolute ? null
            : absolute.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    private static (int From, int To) Value(string html, ref int at)
    {
        var from = at;
        if (at < html.Length && html[at] is '"' or '\'')
        {
            var end = html.IndexOf(html[at], at + 1);
            end = end < 0 ? html.Length : end;
            at = Math.Min(html.Length, end + 1);
            return (from + 1, end);
        }

        Skip(html, ref at, c => !char.IsWhiteSpace(c) && c != '>');
        return (from, at);
    }

    private static void Skip(string html, ref int at, Func<char, bool> while_)
    {
        while (at < html.Length && while_(html[at]))
        {
            at++;
        }
    }
}
