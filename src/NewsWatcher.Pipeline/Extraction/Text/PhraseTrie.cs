namespace NewsWatcher.Extraction.Text;

/// <summary>Thousands of folded phrases, found at a position in time that does not depend on their number.</summary>
internal sealed class PhraseTrie
{
    private const int Ascii = 128;
    private const int MaxWalk = 4;

    private readonly List<Node> _nodes = [new()];
    private readonly int[] _roots = new int[char.MaxValue + 1];

    /// <summary>Adds a folded phrase. The same phrase may carry several ids.</summary>
    /// <param name="open">Whether the last word may go on: "acquir*".</param>
    public void Add(string phrase, int id, bool open = false)
    {
        var node = 0;
        foreach (var c in phrase)
        {
            var next = Next(node, c);
            if (next == 0)
            {
                next = _nodes.Count;
                _nodes.Add(new());
                _nodes[node].Keys.Add(c);
                _nodes[node].Children.Add(next);
                Index(_nodes[node]);
                _roots[c] = node == 0 ? next : _roots[c];
            }

            node = next;
        }

        if (node > 0)
        {
            _nodes[node].Ends.Add((id, open));
        }
    }

    /// <summary>Every phrase of the text that begins and ends between words, in the order of its start, the shorter first.</summary>
    public void Find(string folded, List<PhraseHit> hits)
    {
        for (var i = 0; i < folded.Length; i++)
        {
            if (_roots[folded[i]] is > 0 and var root && !(i > 0 && FoldedPassage.IsWord(folded[i]) && FoldedPassage.IsWord(folded[i - 1])))
            {
                FindAt(folded, i, root, hits);
            }
        }
    }

    /// <summary>Whether a phrase begins at a position of the text.</summary>
    public bool Begins(string folded, int at)
    {
        var node = 0;
        while (at < folded.Length && Next(node, folded[at++]) is > 0 and var next)
        {
            node = next;
            if (_nodes[node].Ends.Count > 0)
            {
                return true;
            }
        }

        return false;
    }

    private void FindAt(string folded, int start, int root, List<PhraseHit> hits)
    {
        var (node, at) = (root, start + 1);
        while (true)
        {
            foreach (var (id, open) in _nodes[node].Ends)
            {
                if (open || at == folded.Length || !FoldedPassage.IsWord(folded[at]) || !FoldedPassage.IsWord(folded[at - 1]))
                {
                    hits.Add(new(id, start, at));
                }
            }

            node = at < folded.Length ? Next(node, folded[at++]) : 0;
            if (node == 0)
            {
                return;
            }
        }
    }

    private int Next(int node, char c)
    {
        if (node == 0)
        {
            return _roots[c];
        }

        if (c < Ascii && _nodes[node].Table is { } table)
        {
            return table[c];
        }

        var keys = _nodes[node].Keys;
        for (var i = 0; i < keys.Count; i++)
        {
            if (keys[i] == c)
            {
                return _nodes[node].Children[i];
            }
        }

        return 0;
    }

    // Where many words go on, a look at the letter is faster than a walk over them.
    private static void Index(Node node)
    {
        if (node.Keys.Count < MaxWalk)
        {
            return;
        }

        node.Table ??= new int[Ascii];
        for (var i = 0; i < node.Keys.Count; i++)
        {
            if (node.Keys[i] < Ascii)
            {
                node.Table[node.Keys[i]] = node.Children[i];
            }
        }
    }

    private sealed class Node
    {
        public int[]? Table { get; set; }

        public List<char> Keys { get; } = [];

        public List<int> Children { get; } = [];

        public List<(int Id, bool Open)> Ends { get; } = [];
    }
}
