using System.Collections.Frozen;

namespace NewsWatcher.Html;

/// <summary>A model of the parser's stack of open elements, so that markup can be refused before a tree is built from it.</summary>
/// <remarks>It may count too deep, never too shallow: the tree builder is quadratic in depth and in formatting elements left open.</remarks>
internal sealed class OpenElements(int maxDepth)
{
    private const int MaxOpenFormatting = 8;

    private static readonly FrozenSet<string> Formatting = Set("a b big code em font i nobr s small strike strong tt u");
    private static readonly FrozenSet<string> TableParts = Set("table tbody thead tfoot tr td th caption colgroup");
    private static readonly FrozenSet<string> Barriers = Set("table td th caption applet marquee object template html");
    private static readonly FrozenSet<string> Plain = Set(
        "abbr acronym bdi bdo cite data del dfn ins kbd label map mark meter output progress q rp rt ruby rb rtc samp span sub sup time var video audio picture canvas option optgroup");

    private static readonly FrozenSet<string> ClosesParagraph = Set(
        "address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li dd dt main menu nav ol p pre search section summary table ul");

    private readonly List<string> _open = [];
    private readonly Dictionary<string, int> _formatting = new(StringComparer.Ordinal);
    private int _openFormatting;

    /// <summary>Open elements looked at.</summary>
    public long Steps { get; private set; }

    /// <summary>False: the tag is to be left out, what it holds stays.</summary>
    public bool Start(string tag)
    {
        if (Formatting.Contains(tag) && tag != "a" && _openFormatting >= MaxOpenFormatting)
        {
            return false;
        }

        if (ClosesParagraph.Contains(tag))
        {
            PopTo("p", b => Barriers.Contains(b) || b == "button");
        }

        ImplyEnds(tag);
        if (_open.Count >= maxDepth)
        {
            return false;
        }

        _open.Add(tag);
        if (Formatting.Contains(tag))
        {
            _formatting[tag] = _formatting.GetValueOrDefault(tag) + 1;
            _openFormatting += tag == "a" ? 0 : 1;
        }

        return true;
    }

    /// <summary>False: nothing that is open answers to this end tag, leave it out.</summary>
    public bool End(string tag) => tag switch
    {
        "html" or "body" or "head" or "br" => false,
        "form" => Remove(tag),
        "li" => PopTo(tag, b => Barriers.Contains(b) || b is "ul" or "ol"),
        "p" => PopTo(tag, b => Barriers.Contains(b) || b == "button"),
        _ when Formatting.Contains(tag) => EndFormatting(tag),
        _ when TableParts.Contains(tag) => PopTo(tag, b => b == "table"),
        _ when Plain.Contains(tag) || tag.Contains('-', StringComparison.Ordinal) => PopTo(tag, b => !Plain.Contains(b) && !Formatting.Contains(b)),
        _ => PopTo(tag, Barriers.Contains),
    };

    private void ImplyEnds(string tag)
    {
        switch (tag)
        {
            case "li" or "dd" or "dt":
                PopTo(tag, b => b is not ("div" or "p" or "address") && !Plain.Contains(b) && !Formatting.Contains(b));
                break;
            case "a" or "button":
                Remove(tag);
                break;
            case "td" or "th":
                PopAbove("tr");
                break;
            case "tr":
                PopAbove("tbody");
                PopAbove("thead");
                break;
        }
    }

    private bool EndFormatting(string tag)
    {
        if (_formatting.GetValueOrDefault(tag) == 0)
        {
            return false;
        }

        _formatting[tag]--;
        _openFormatting -= tag == "a" ? 0 : 1;
        Remove(tag);
        return true;
    }

    private bool Remove(string tag)
    {
        var at = _open.LastIndexOf(tag);
        Steps += _open.Count - Math.Max(0, at);
        if (at >= 0)
        {
            _open.RemoveAt(at);
        }

        return at >= 0;
    }

    private bool PopTo(string tag, Func<string, bool> barrier)
    {
        for (var i = _open.Count - 1; i >= 0; i--)
        {
            Steps++;
            if (_open[i] == tag)
            {
                _open.RemoveRange(i, _open.Count - i);
                return true;
            }

            if (barrier(_open[i]))
            {
                return false;
            }
        }

        return false;
    }

    private void PopAbove(string tag)
    {
        for (var i = _open.Count - 1; i >= 0 && _open[i] != "table"; i--)
        {
            Steps++;
            if (_open[i] == tag)
            {
                _open.RemoveRange(i + 1, _open.Count - i - 1);
                return;
            }
        }
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
