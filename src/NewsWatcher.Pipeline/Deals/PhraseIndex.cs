using NewsWatcher.Articles;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Deals;

/// <summary>Finds which of many folded phrases stand in a text, in one walk over it however many there are.</summary>
internal sealed class PhraseIndex
{
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Lazy<(LetterTrie Letters, int[] Ids)> _compiled;

    public PhraseIndex() => _compiled = new(() =>
    {
        string[] phrases = [.. _ids.Keys.Order(StringComparer.Ordinal)];
        return (new(phrases), Array.ConvertAll(phrases, p => _ids[p]));
    });

    /// <summary>Adds a folded phrase, before anything is looked for. The number that it is found by: they count up from 0.</summary>
    public int Add(string phrase)
    {
        if (!_ids.TryGetValue(phrase, out var known))
        {
            _ids[phrase] = known = _ids.Count;
        }

        return known;
    }

    /// <summary>Every place where a phrase stands as whole words.</summary>
    public IReadOnlyList<(int Id, int Start, int End)> In(string folded)
    {
        var found = new List<(int Id, int Start, int End)>();
        Walk(folded, (id, start, end) =>
        {
            found.Add((id, start, end));
            return false;
        });
        return found;
    }

    /// <summary>Whether one of some phrases stands in a text as whole words.</summary>
    public bool Any(string folded, Predicate<int> isOne) => Walk(folded, (id, _, _) => isOne(id));

    // Until somebody has heard enough.
    private bool Walk(string folded, Func<int, int, int, bool> isEnough)
    {
        var (letters, ids) = _compiled.Value;
        for (var start = letters.Seek(folded, 0, folded.Length); start < folded.Length; start = letters.Seek(folded, start + 1, folded.Length))
        {
            var end = start + 1;
            for (var node = FoldedText.IsBound(folded, start) ? letters.First(folded[start]) : LetterTrie.None; node != LetterTrie.None; node = end < folded.Length ? letters.Next(node, folded[end++]) : LetterTrie.None)
            {
                if (letters.WordAt(node) is >= 0 and var phrase && FoldedText.IsBound(folded, end) && isEnough(ids[phrase], start, end))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
