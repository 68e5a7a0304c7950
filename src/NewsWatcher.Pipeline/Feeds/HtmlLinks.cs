using System.Net;
using System.Text;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Makes the addresses inside an HTML fragment absolute, and leaves everything else as it was.</summary>
internal sealed class HtmlLinks
{
    // What a fragment may grow to; further addresses stay as they are. A base of a thousand letters, said once, must not be kept with every link.
    private const int MostGrowth = 3;
    private const int RoomForFew = 1024;

    private static readonly HashSet<string> Carriers = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "src", "cite", "longdesc", "action", "background", "poster", "data", "usemap", "codebase", "classid",
    };

    private readonly string _html;
    private readonly Uri _base;
    private readonly StringBuilder _built;
    private int _at;
    private int _copied;

    private HtmlLinks(string html, Uri baseUrl) => (_html, _base, _built) = (html, baseUrl, new(html.Length + 64));

    public static string Absolute(string html, Uri? baseUrl) =>
        baseUrl is null || !html.Contains('<', StringComparison.Ordinal) ? html : new HtmlLinks(html, baseUrl).Rewrite();

    private bool HasRoom => _built.Length <= (MostGrowth * _html.Length) + RoomForFew;

    private string Rewrite()
    {
        for (var open = _html.IndexOf('<', 0); open >= 0 && HasRoom; open = _html.IndexOf('<', _at))
        {
            Steps.Count(open + 1 - _at);
            _at = open + 1;
            if (_at < _html.Length && char.IsAsciiLetter(_html[_at]))
            {
                Tag();
            }
        }

        return _copied == 0 ? _html : _built.Append(_html, _copied, _html.Length - _copied).ToString();
    }

    private void Tag()
    {
        Skip(c => !char.IsWhiteSpace(c) && c is not ('>' or '/'));
        while (_at < _html.Length && _html[_at] != '>')
        {
            var start = _at;
            Skip(c => !char.IsWhiteSpace(c) && c is not ('>' or '/' or '='));
            var name = _html[start.._at];
            Skip(char.IsWhiteSpace);
            if (_at >= _html.Length || _html[_at] != '=')
            {
                _at += _at == start ? 1 : 0;
                continue;
            }

            _at++;
            Skip(char.IsWhiteSpace);
            var (from, to) = Value();
            if (Carriers.Contains(name) && HasRoom && Rewritten(_html[from..to]) is { } absolute)
            {
                _built.Append(_html, _copied, from - _copied).Append(absolute);
                _copied = to;
            }
        }
    }

    private string? Rewritten(string raw)
    {
        var value = WebUtility.HtmlDecode(raw).Trim();
        return FeedUrl.HasScheme(value) || FeedUrl.Absolute(value.Length == 0 ? _base.AbsoluteUri : value, _base) is not { } absolute ? null
            : absolute.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal).Replace("'", "&#39;", StringComparison.Ordinal);
    }

    private (int From, int To) Value()
    {
        var from = _at;
        if (_at < _html.Length && _html[_at] is '"' or '\'')
        {
            var end = _html.IndexOf(_html[_at], _at + 1);
            end = end < 0 ? _html.Length : end;
            _at = Math.Min(_html.Length, end + 1);
            Steps.Count(_at - from);
            return (from + 1, end);
        }

        Skip(c => !char.IsWhiteSpace(c) && c != '>');
        return (from, _at);
    }

    private void Skip(Func<char, bool> isSkipped)
    {
        var from = _at;
        while (_at < _html.Length && isSkipped(_html[_at]))
        {
            _at++;
        }

        Steps.Count(_at - from);
    }
}
