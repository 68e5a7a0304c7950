namespace NewsWatcher.Html;

/// <summary>An element or a run of text of a parsed page. Depth is bounded by the trim before the parse, so walking it recursively is safe.</summary>
public sealed class HtmlNode
{
    private const int MaxNames = 40;

    internal static readonly Dictionary<string, string> NoAttributes = [];

    private readonly Dictionary<string, string> _attributes;
    private readonly List<HtmlNode> _children = [];

    internal HtmlNode(string tag, string text, Dictionary<string, string> attributes)
    {
        Tag = tag;
        Text = text;
        _attributes = attributes;
    }

    /// <summary>Lower case; empty for text.</summary>
    public string Tag { get; }

    /// <summary>The characters of a text node; empty for an element.</summary>
    public string Text { get; }

    public HtmlNode? Parent { get; private set; }

    /// <summary>Position in document order, from 0.</summary>
    public int Order { get; internal set; }

    /// <summary>The order of the first node after this one that is not within it.</summary>
    public int End { get; internal set; }

    /// <summary>Characters of text within, white space not counted.</summary>
    public int TextLength { get; internal set; }

    /// <summary>Characters of text within links, white space not counted.</summary>
    public int LinkLength { get; internal set; }

    public IReadOnlyList<HtmlNode> Children => _children;

    public bool IsText => Tag.Length == 0;

    /// <summary>0 … 1: how much of the text is links.</summary>
    public double LinkShare => TextLength == 0 ? 0 : (double)LinkLength / TextLength;

    public string? this[string attribute] => _attributes.GetValueOrDefault(attribute);

    public IReadOnlyCollection<KeyValuePair<string, string>> Attributes => _attributes;

    /// <summary>The words of class and id, lower case: split at anything that is no letter and where a capital follows a small letter.</summary>
    public IReadOnlyList<string> NameWords => field ??= SplitNames();

    public bool IsWithin(HtmlNode other) => Order >= other.Order && Order < other.End;

    public IEnumerable<HtmlNode> Descendants()
    {
        var open = new Stack<HtmlNode>();
        open.Push(this);
        while (open.TryPop(out var node))
        {
            yield return node;
            for (var i = node._children.Count - 1; i >= 0; i--)
            {
                open.Push(node._children[i]);
            }
        }
    }

    public IEnumerable<HtmlNode> Ancestors()
    {
        for (var node = Parent; node is not null; node = node.Parent)
        {
            yield return node;
        }
    }

    internal void Append(HtmlNode child)
    {
        child.Parent = this;
        _children.Add(child);
    }

    private List<string> SplitNames()
    {
        var words = new List<string>();
        // "print:hidden" and the like style a state, they name nothing.
        foreach (var name in (this["class"] ?? "").Split((char[]?)null, MaxNames + 1, StringSplitOptions.RemoveEmptyEntries).Take(MaxNames))
        {
            Split(name.Contains(':', StringComparison.Ordinal) ? null : name, words);
        }

        Split(this["id"], words);
        return words;
    }

    private static void Split(string? value, List<string> words)
    {
        var start = -1;
        for (var i = 0; value is not null && i <= value.Length && i < 200; i++)
        {
            var letter = i < value.Length && char.IsAsciiLetter(value[i]);
            var bump = letter && start >= 0 && char.IsAsciiLetterUpper(value[i]) && char.IsAsciiLetterLower(value[i - 1]);
            if (start >= 0 && (!letter || bump))
            {
                words.Add(value[start..i].ToLowerInvariant());
                start = -1;
            }

            start = letter && start < 0 ? i : start;
        }
    }
}
