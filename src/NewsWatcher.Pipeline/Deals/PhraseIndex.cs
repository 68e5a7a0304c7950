using NewsWatcher.Articles;

namespace NewsWatcher.Deals;

/// <summary>Finds which of many folded phrases stand in a text, in one walk over it however many there are.</summary>
internal sealed class PhraseIndex
{
    private const int Nobody = -1;

    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, char Letter), int> _next = [];
    private readonly List<int> _phraseAt = [Nobody];
    private readonly bool[] _begins = new bool[char.MaxValue + 1];

    /// <summary>The number that a phrase is found by: they count up from 0.</summary>
    public int Add(string phrase)
    {
        if (_ids.TryGetValue(phrase, out var known))
        {
            return known;
        }

        var node = 0;
        foreach (var letter in phrase)
        {
            if (!_next.TryGetValue((node, letter), out var next))
            {
                next = _next[(node, letter)] = _phraseAt.Count;
                _phraseAt.Add(Nobody);
            }

            node = next;
        }

        _begins[phrase[0]] = true;
        return _phraseAt[node] = _ids[phrase] = _ids.Count;
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
        for (var start = 0; start < folded.Length; start++)
        {
            if (!_begins[folded[start]] || !FoldedText.IsBound(folded, start))
            {
                continue;
            }

            var (node, end) = (0, start);
            while (end < folded.Length && _next.TryGetValue((node, folded[end]), out node))
            {
                end++;
                if (_phraseAt[node] != Nobody && FoldedText.IsBound(folded, end) && isEnough(_phraseAt[node], start, end))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
