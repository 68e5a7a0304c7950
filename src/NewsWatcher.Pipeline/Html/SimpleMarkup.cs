using System.Globalization;
using System.Text;

namespace NewsWatcher.Html;

/// <summary>The plain text of fragments as most feeds write them: paragraphs, breaks, links and emphasis, where a parser finds nothing that is not there.
/// Everything else (tables, scripts, comments, brackets that open no tag, ends without a beginning, rare entities) is the parser's.</summary>
internal sealed class SimpleMarkup(string fragment)
{
    private const int MaxName = 12;
    private const int MaxTags = 300;

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Inline = Names("a", "b", "i", "em", "strong", "span", "img", "small", "u", "sub", "sup");
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Breaking = Names("p", "br", "div", "h2", "h3", "h4", "blockquote", "ul", "ol", "li");

    private readonly StringBuilder _whole = new(fragment.Length);
    private readonly StringBuilder _line = new();
    private readonly List<string> _open = [];
    private int _tags;
    private bool _isInParagraph;

    /// <summary>Blocks separated by a blank line; null when it takes a parser to tell.</summary>
    public string? TryPlain()
    {
        for (var at = 0; at < fragment.Length;)
        {
            var next = fragment.AsSpan(at).IndexOfAny('<', '&', '\0');
            _line.Append(fragment, at, next < 0 ? fragment.Length - at : next);
            if (next < 0)
            {
                break;
            }

            at += next;
            var length = fragment[at] switch { '<' => Tag(at), '&' => Entity(fragment.AsSpan(at)), _ => 0 };
            if (length == 0)
            {
                return null;
            }

            at += length;
        }

        Flush();
        return _whole.ToString();
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    // The length of the tag; 0 for one that is not of the simple kind.
    private int Tag(int at)
    {
        var isEnd = at + 1 < fragment.Length && fragment[at + 1] == '/';
        var start = at + (isEnd ? 2 : 1);
        var end = start;
        while (end < fragment.Length && end - start < MaxName && char.IsAsciiLetterOrDigit(fragment[end]))
        {
            end++;
        }

        var name = fragment.AsSpan(start, end - start);
        var close = Close(end);
        if (close < 0 || ++_tags > MaxTags)
        {
            return 0;
        }

        if (Breaking.TryGetValue(name, out var block))
        {
            Flush();
            return IsInOrder(block, isEnd) ? close + 1 - at : 0;
        }

        return Inline.Contains(name) ? close + 1 - at : 0;
    }

    // An end without its beginning breaks nothing, and what closes by itself is the parser's to know.
    private bool IsInOrder(string block, bool isEnd)
    {
        if (block is "br")
        {
            return !isEnd;
        }

        if (block is "p")
        {
            (var wasInParagraph, _isInParagraph) = (_isInParagraph, !isEnd);
            return !isEnd || wasInParagraph;
        }

        _isInParagraph = false;

        if (isEnd)
        {
            var isTop = _open.Count > 0 && _open[^1] == block;
            _open.RemoveRange(_open.Count - (isTop ? 1 : 0), isTop ? 1 : 0);
            return isTop;
        }

        if (_open.Count > 0 && (_open[^1] == block || _open[^1][0] == 'h') && block is not ("div" or "blockquote"))
        {
            return false;
        }

        _open.Add(block);
        return true;
    }

    // The closing bracket; -1 when attributes are written in a way that might hide one.
    private int Close(int at)
    {
        if (at < fragment.Length && !(fragment[at] is '>' or '/' || char.IsWhiteSpace(fragment[at])))
        {
            return -1;
        }

        for (; at < fragment.Length; at++)
        {
            switch (fragment[at])
            {
                case '>':
                    return at;
                case '"' when fragment[at - 1] == '=':
                    at = fragment.IndexOf('"', at + 1);
                    if (at < 0)
                    {
                        return -1;
                    }

                    break;
                case '"' or '\'' or '<' or '`' or '\0':
                    return -1;
            }
        }

        return -1;
    }

    private int Entity(ReadOnlySpan<char> rest)
    {
        foreach (var (written, meant) in (ReadOnlySpan<(string, char)>)[("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>'), ("&quot;", '"'), ("&nbsp;", '\u00A0')])
        {
            if (rest.StartsWith(written, StringComparison.Ordinal))
            {
                _line.Append(meant);
                return written.Length;
            }
        }

        var end = rest.StartsWith("&#") ? rest[..Math.Min(rest.Length, 8)].IndexOf(';') : -1;
        if (end > 2 && int.TryParse(rest[2..end], NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is (>= 32 and < 127) or (>= 160 and < 0xD800))
        {
            _line.Append((char)code);
            return end + 1;
        }

        return 0;
    }

    private void Flush()
    {
        if (HtmlText.Clean(_line.ToString()) is { Length: > 0 } text)
        {
            _whole.Append(_whole.Length > 0 ? "\n\n" : "").Append(text);
        }

        _line.Clear();
    }
}
