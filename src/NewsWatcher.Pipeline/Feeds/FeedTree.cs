using System.Text;
using System.Xml.Linq;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Collects elements as a reader meets them, never deeper or wider than a feed has reason to be.</summary>
/// <remarks>What lies deeper than 64 levels is flattened into its text: System.Xml.Linq is quadratic in depth.</remarks>
internal sealed class FeedTree
{
    private const int MaxDepth = 64;
    private const int MaxElements = 300_000;
    private const int MaxAttributes = 256;
    private const int MaxAttributesInAll = 300_000;

    // Twice what is kept of any field, so that what only looks long is read whole.
    private const int MaxText = 2 * EntryReader.MaxContent;

    private readonly StringBuilder _more = new();
    private readonly List<string> _keys = [];
    private readonly Dictionary<string, int> _open = new(StringComparer.Ordinal);
    private XElement _top = new("document");
    private string _text = "";
    private int _flattened;
    private int _elements;
    private int _attributes;

    private readonly ReadingTime _time;

    public FeedTree(ReadingTime time) => (Document, _time) = (_top, time);

    public DocumentNames Names { get; } = new();

    /// <summary>A made-up root over whatever the body had on its top level.</summary>
    public XElement Document { get; }

    public bool IsClosed => _keys.Count == 0;

    /// <summary>The innermost open element, as <see cref="FeedNames.Key"/> names it; empty outside of all.</summary>
    public string TopKey => _keys.Count > 0 ? _keys[^1] : "";

    /// <summary>Whether there is no room, or no time, for more.</summary>
    public bool IsFull => _elements >= MaxElements || _time.IsSpent();

    public void Start(XName name, IReadOnlyCollection<(XName Name, string Value)> attributes)
    {
        Steps.Count(attributes.Count + 1);
        if (_keys.Count >= MaxDepth || IsFull)
        {
            _flattened++;
            return;
        }

        Flush();
        var element = new XElement(name);
        foreach (var (attribute, value) in attributes.Count < 2 ? attributes : attributes.Take(MaxAttributes).DistinctBy(a => a.Name))
        {
            if (_attributes++ < MaxAttributesInAll)
            {
                element.Add(new XAttribute(attribute, Mojibake.Repaired(value)));
            }
        }

        _top.Add(element);
        _top = element;
        _elements++;
        var key = FeedNames.Key(name);
        _keys.Add(key);
        _open[key] = _open.GetValueOrDefault(key) + 1;
    }

    public void Text(string text)
    {
        // Most texts come in one piece.
        if (_text.Length == 0)
        {
            _text = text;
        }
        else if (text.Length > 0 && _more.Length <= MaxText)
        {
            _more.Append(_more.Length == 0 ? _text : "").Append(text);
        }
    }

    public void End()
    {
        Steps.Count();
        if (_flattened > 0)
        {
            _flattened--;
            return;
        }

        Flush();
        if (_keys.Count > 0 && _top.Parent is { } parent)
        {
            _top = parent;
            _open[_keys[^1]]--;
            _keys.RemoveAt(_keys.Count - 1);
        }
    }

    /// <summary>Closes the innermost open element of that key, with everything inside it; nothing when none is open.</summary>
    public void EndNearest(string key)
    {
        if (_flattened > 0)
        {
            End();
            return;
        }

        for (var more = _open.GetValueOrDefault(key) > 0; more;)
        {
            more = TopKey != key;
            End();
        }
    }

    public void EndAll()
    {
        while (_flattened > 0 || !IsClosed)
        {
            End();
        }

        Flush();
    }

    private void Flush()
    {
        if (_text.Length > 0)
        {
            Steps.Count(_text.Length + _more.Length);
            var text = _more.Length == 0 ? _text : _more.ToString(0, Math.Min(_more.Length, MaxText + 1));
            _top.Add(new XText(Mojibake.Repaired(PlainText.Cut(text, MaxText))));
            _text = "";
            _more.Clear();
        }
    }
}
