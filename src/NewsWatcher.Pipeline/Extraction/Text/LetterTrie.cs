namespace NewsWatcher.Extraction.Text;

/// <summary>Words as a tree of letters in three arrays: the branches of a node stand side by side, so that a step reads one short run of letters.</summary>
internal sealed class LetterTrie
{
    /// <summary>No node: the walk ends.</summary>
    public const int None = 0;

    private const int PageBits = 7;
    private const int Page = 1 << PageBits;
    private const int Few = 6;

    // The first letters are looked up, not searched: most places of a text begin no word at all.
    private readonly int[]?[] _roots = new int[(char.MaxValue + 1) >> PageBits][];
    private static readonly int[] Nothing = new int[Page];
    private readonly char[] _letters;
    private readonly int[] _branches;
    private readonly int[] _words;

    /// <param name="words">Distinct words in ordinal order, none of them empty.</param>
    public LetterTrie(IReadOnlyList<string> words)
    {
        var (letters, branches, ends) = (new List<char> { '\0' }, new List<int>(), new List<int> { -1 });
        var spans = new List<(int From, int To, int Depth)> { (0, words.Count, 0) };
        for (var node = 0; node < spans.Count; node++)
        {
            var (from, to, depth) = spans[node];
            branches.Add(spans.Count);
            if (from < to && words[from].Length == depth)
            {
                ends[node] = from++;
            }

            while (from < to)
            {
                var (letter, first) = (words[from][depth], from);
                while (from < to && words[from][depth] == letter)
                {
                    from++;
                }

                letters.Add(letter);
                ends.Add(-1);
                spans.Add((first, from, depth + 1));
            }
        }

        branches.Add(spans.Count);
        (_letters, _branches, _words) = ([.. letters], [.. branches], [.. ends]);
        for (var node = _branches[0]; node < _branches[1]; node++)
        {
            var letter = _letters[node];
            (_roots[letter >> PageBits] ??= new int[Page])[letter & (Page - 1)] = node;
        }
    }

    /// <summary>The node of a first letter.</summary>
    public int First(char letter) => _roots[letter >> PageBits] is { } page ? page[letter & (Page - 1)] : None;

    /// <summary>The first place in a span of the text whose letter begins a word; <paramref name="to"/> where none does.</summary>
    public int Seek(ReadOnlySpan<char> text, int from, int to)
    {
        var ascii = _roots[0] ?? Nothing;
        for (var at = from; at < to; at++)
        {
            var letter = text[at];
            if ((uint)letter < (uint)ascii.Length ? ascii[letter] != None : First(letter) != None)
            {
                return at;
            }
        }

        return to;
    }

    /// <summary>The node that a letter leads to.</summary>
    public int Next(int node, char letter)
    {
        var (from, to) = (_branches[node], _branches[node + 1]);
        if (to - from > Few)
        {
            var at = _letters.AsSpan(from, to - from).IndexOf(letter);
            return at < 0 ? None : from + at;
        }

        for (; from < to; from++)
        {
            if (_letters[from] == letter)
            {
                return from;
            }
        }

        return None;
    }

    /// <summary>The number of the word that ends with a node; -1 where none does.</summary>
    public int WordAt(int node) => _words[node];
}
