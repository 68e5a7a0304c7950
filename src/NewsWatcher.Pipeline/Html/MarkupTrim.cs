using System.Collections.Frozen;
using System.Text;

namespace NewsWatcher.Html;

/// <summary>One linear pass over markup before a tree is built: leaves out what no reader needs (scripts but JSON-LD, styles, drawings, comments)
/// and cuts what would make the tree too deep, too wide or too slow.</summary>
internal sealed class MarkupTrim
{
    public const int MaxDepth = 256;
    public const int MaxTags = 20_000;

    private static readonly FrozenSet<string> Void = Set("area base br col embed hr img input link meta param source track wbr basefont bgsound keygen");
    private static readonly FrozenSet<string> Dropped = Set("style svg math noscript iframe template xmp noembed noframes select canvas object applet audio video");
    private static readonly FrozenSet<string> Ignored = Set("plaintext frameset frame image listing");
    private static readonly FrozenSet<string> Verbatim = Set("title textarea");

    private readonly string _markup;
    private readonly StringBuilder _kept;
    private readonly OpenElements _open = new(MaxDepth);
    private readonly HashSet<string> _neverClosed = new(StringComparer.Ordinal);
    private int _tags;
    private int _leftOut;

    private MarkupTrim(string markup)
    {
        _markup = markup;
        _kept = new(Math.Min(markup.Length, 512 * 1024));
    }

    /// <summary>Characters and open elements looked at: what the pass cost.</summary>
    internal long Steps { get; private set; }

    /// <summary>Markup of which at most the depth and the number of tags above reach the tree builder.</summary>
    public static string Of(string markup) => Of(markup, out _);

    internal static string Of(string markup, out long steps)
    {
        var trim = new MarkupTrim(markup);
        var kept = trim.Run();
        steps = trim.Steps + trim._open.Steps;
        return kept;
    }

    private string Run()
    {
        var i = 0;
        while (i < _markup.Length && _tags < MaxTags && _leftOut < MaxTags)
        {
            var open = _markup.IndexOf('<', i);
            if (open < 0)
            {
                _kept.Append(_markup, i, _markup.Length - i);
                break;
            }

            _kept.Append(_markup, i, open - i);
            var after = After(open);
            Steps += after - i;
            i = after;
        }

        return _kept.ToString();
    }

    private int After(int open)
    {
        if (TagToken.At(_markup, open) is { } token)
        {
            return token.IsEnd ? AfterEnd(token) : AfterStart(token);
        }

        if (open + 1 >= _markup.Length)
        {
            return _markup.Length;
        }

        return _markup[open + 1] switch
        {
            '!' or '?' => AfterComment(open),
            '/' when open + 2 < _markup.Length && !char.IsAsciiLetter(_markup[open + 2]) => AfterBroken(open),
            // A tag that never ends takes the rest with it. To look within for one that does would be to look again from every bracket.
            '/' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') => _markup.Length,
            _ => AfterText(open),
        };
    }

    private int AfterEnd(TagToken token)
    {
        if (_open.End(token.Name))
        {
            _kept.Append("</").Append(token.Name).Append('>');
        }
        else
        {
            // Each may have been looked for among all that are open.
            _leftOut++;
        }

        return token.End;
    }

    private int AfterStart(TagToken token)
    {
        if (token.Name == "script" || Dropped.Contains(token.Name))
        {
            return AfterDropped(token);
        }

        if (Verbatim.Contains(token.Name))
        {
            _tags++;
            var close = Close(token);
            _kept.Append('<').Append(token.Name).Append('>').Append(_markup, token.End, close - token.End).Append("</").Append(token.Name).Append('>');
            return close;
        }

        if (!Ignored.Contains(token.Name) && (Void.Contains(token.Name) || _open.Start(token.Name)))
        {
            _tags++;
            if (token.WasCut)
            {
                _kept.Append(token.Kept(_markup));
            }
            else
            {
                _kept.Append(_markup, token.Start, token.End - token.Start);
            }
        }
        else
        {
            _leftOut++;
        }

        return token.End;
    }

    private int AfterDropped(TagToken token)
    {
        var selfClosed = token.Name is "svg" or "math" && _markup[token.End - 2] == '/';
        var close = selfClosed ? token.End : Close(token);
        if (token.Name == "script" && IsStructuredData(token))
        {
            _tags++;
            _kept.Append("<script type=\"application/ld+json\">").Append(_markup, token.End, close - token.End).Append("</script>");
        }

        return close;
    }

    private bool IsStructuredData(TagToken token) =>
        _markup.AsSpan(token.Start, token.End - token.Start).Contains("ld+json", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the end tag of a raw-text element begins; right after its start tag when it is never closed.</summary>
    private int Close(TagToken token)
    {
        if (_neverClosed.Contains(token.Name))
        {
            return token.End;
        }

        var close = _markup.IndexOf("</" + token.Name, token.End, StringComparison.OrdinalIgnoreCase);
        if (close < 0)
        {
            _neverClosed.Add(token.Name);
            return token.End;
        }

        return close;
    }

    private int AfterComment(int open)
    {
        _tags++;
        if (!_markup.AsSpan(open).StartsWith("<!--", StringComparison.Ordinal))
        {
            var end = _markup.IndexOf('>', open);
            return end < 0 ? _markup.Length : end + 1;
        }

        // "<!-->" and "<!--->" are whole comments, "<!--!>" and "<!---!>" are not.
        for (var dashes = open + 2; dashes >= 0; dashes = _markup.IndexOf("--", dashes + 1, StringComparison.Ordinal))
        {
            var after = _markup.AsSpan(dashes + 2);
            if (after.StartsWith(">", StringComparison.Ordinal))
            {
                return dashes + 3;
            }

            if (dashes >= open + 4 && after.StartsWith("!>", StringComparison.Ordinal))
            {
                return dashes + 4;
            }
        }

        return _markup.Length;
    }

    private int AfterBroken(int open)
    {
        var end = _markup.IndexOf('>', open);
        return end < 0 ? _markup.Length : end + 1;
    }

    private int AfterText(int open)
    {
        _kept.Append("&lt;");
        return open + 1;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
