using System.Globalization;
using System.Net;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Reads what was meant to be XML: undefined entities, bare ampersands and brackets, unclosed and wrongly closed elements,
/// control characters, junk around the document, an early end.</summary>
internal sealed class LooseXml
{
    private const int MaxEntityName = 32;

    // Elements that hold text alone: the start of a sibling closes a forgotten one.
    private static readonly HashSet<string> Leaves = ["title", "link", "guid", "pubdate", "author", "category", "comments"];
    private static readonly HashSet<string> Siblings = [.. Leaves, "description", "content:encoded", "dc:creator", "dc:date", "enclosure", "source"];
    private static readonly HashSet<string> Void = ["br", "img", "hr", "input", "wbr", "area", "param", "col", "embed"];
    private static readonly HashSet<string> Entries = ["item", "entry"];

    private readonly string _text;
    private readonly FeedTree _tree;
    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private readonly StringBuilder _buffer = new();
    private int _at;
    private bool _cut;

    private LooseXml(string text, int start, FeedTree tree) => (_text, _at, _tree) = (text, start, tree);

    /// <summary>Returns what was wrong with the end of the text; null when it only was untidy.</summary>
    public static string? Read(string text, int start, FeedTree tree) => new LooseXml(text, start, tree).Read();

    private string? Read()
    {
        while (_at < _text.Length && !_tree.IsFull)
        {
            var next = _text.IndexOf('<', _at);
            Characters(_at, next < 0 ? _text.Length : next);
            _at = next < 0 ? _text.Length : next;
            if (next >= 0)
            {
                Markup();
                Steps.Count(_at - next);
            }
        }

        var open = !_tree.IsClosed;
        _tree.EndAll();
        return _tree.IsFull ? "more elements than a feed has" : open || _cut ? "the document ends early" : null;
    }

    private void Markup()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA[", StringComparison.OrdinalIgnoreCase))
        {
            var end = Until("]]>", 9);
            Clean(_text.AsSpan(_at + 9, end - _at - 9));
            _at = Math.Min(_text.Length, end + 3);
        }
        else if (rest.StartsWith("<!--"))
        {
            _at = Math.Min(_text.Length, Until("-->", 4) + 3);
        }
        else if (rest.StartsWith("<?") || rest.StartsWith("<!"))
        {
            Declaration();
        }
        else if (rest.Length > 2 && rest[1] == '/' && XmlConvert.IsStartNCNameChar(rest[2]))
        {
            EndTag();
        }
        else if (rest.Length > 1 && XmlConvert.IsStartNCNameChar(rest[1]))
        {
            StartTag();
        }
        else
        {
            _tree.Text("<");
            _at++;
        }
    }

    private int Until(string mark, int skip)
    {
        var end = _text.IndexOf(mark, Math.Min(_text.Length, _at + skip), StringComparison.Ordinal);
        _cut |= end < 0;
        return end < 0 ? _text.Length : end;
    }

    private void Declaration()
    {
        var brackets = 0;
        for (; _at < _text.Length; _at++)
        {
            brackets += _text[_at] switch { '[' => 1, ']' => -1, _ => 0 };
            if (_text[_at] == '>' && brackets <= 0)
            {
                _at++;
                return;
            }
        }

        _cut = true;
    }

    private void EndTag()
    {
        _at += 2;
        var (prefix, local) = Name();
        var close = _text.IndexOf('>', _at);
        _at = close < 0 ? _text.Length : close + 1;
        _tree.EndNearest(FeedNames.Key(_tree.Names.Element(Space(prefix), local)));
    }

    private void StartTag()
    {
        var begin = _at++;
        var (prefix, local) = Name();
        List<(string Prefix, string Local, string Value)> raw = [];
        var empty = LooseAttributes.Read(_text, ref _at, raw, Decoded);
        if (_at >= _text.Length && !_text.EndsWith('>'))
        {
            // A tag that the end cut through says nothing.
            _cut = true;
            _at = Math.Max(_text.Length, begin);
            return;
        }

        foreach (var (p, l, value) in raw)
        {
            if (p == "xmlns" || (p.Length == 0 && l == "xmlns"))
            {
                _declared[p.Length == 0 ? "" : l] = value;
            }
        }

        var name = _tree.Names.Element(Space(prefix), local);
        var key = FeedNames.Key(name);
        CloseForgotten(key);
        _tree.Start(name, [.. raw.Where(a => a.Prefix != "xmlns" && a.Local != "xmlns").Select(a => (_tree.Names.Attribute(a.Prefix.Length == 0 ? XNamespace.None : Space(a.Prefix), a.Local), a.Value))]);
        if (empty || Void.Contains(local.ToLowerInvariant()))
        {
            _tree.End();
        }
    }

    private void CloseForgotten(string key)
    {
        if (Entries.Contains(key))
        {
            _tree.EndNearest(key);
        }
        else if (Siblings.Contains(key) && Leaves.Contains(_tree.TopKey))
        {
            _tree.End();
        }
    }

    private (string Prefix, string Local) Name()
    {
        var first = LooseAttributes.NcName(_text, ref _at);
        if (_at + 1 < _text.Length && _text[_at] == ':' && XmlConvert.IsStartNCNameChar(_text[_at + 1]))
        {
            _at++;
            return (first, LooseAttributes.NcName(_text, ref _at));
        }

        return ("", first);
    }

    private XNamespace? Space(string prefix) => FeedNames.Space(prefix, prefix == "xml" ? null : _declared.GetValueOrDefault(prefix));

    private void Characters(int from, int to)
    {
        if (to > from)
        {
            Clean(Decoded(_text.AsSpan(from, to - from)));
        }
    }

    // One level of references; what is none stays as it was written.
    private string Decoded(ReadOnlySpan<char> text)
    {
        if (!text.Contains('&'))
        {
            return text.ToString();
        }

        _buffer.Clear();
        while (!text.IsEmpty)
        {
            var start = text.IndexOf('&');
            Steps.Count((start < 0 ? text.Length : start) + MaxEntityName);
            _buffer.Append(start < 0 ? text : text[..start]);
            text = start < 0 ? [] : text[start..];
            var end = text[..Math.Min(text.Length, MaxEntityName)].IndexOf(';');
            if (end > 1)
            {
                _buffer.Append(Reference(text[..(end + 1)]));
                text = text[(end + 1)..];
            }
            else if (!text.IsEmpty)
            {
                _buffer.Append('&');
                text = text[1..];
            }
        }

        return _buffer.ToString();
    }

    private static string Reference(ReadOnlySpan<char> reference)
    {
        var digits = reference[1..^1];
        if (digits[0] != '#')
        {
            return WebUtility.HtmlDecode(reference.ToString());
        }

        var hex = digits.Length > 1 && digits[1] is 'x' or 'X';
        return uint.TryParse(digits[(hex ? 2 : 1)..], hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code)
            ? Rune.IsValid(code) ? new Rune(code).ToString() : ""
            : reference.ToString();
    }

    private void Clean(ReadOnlySpan<char> text)
    {
        Steps.Count(text.Length);
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (!XmlConvert.IsXmlChar(text[i]))
            {
                _tree.Text(text[start..i].ToString());
                start = i + 1;
            }
        }

        _tree.Text(text[start..].ToString());
    }
}
