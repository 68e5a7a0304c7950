using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Folded phrases, asked for the longest one that begins, or ends, at a place of a folded text. Latin phrases match whole words only.</summary>
internal sealed class PhraseTable<T>
{
    private const int Longest = 63;

    private readonly LetterTrie _forward;
    private readonly T[] _values;
    private readonly bool _insideWords;

    // Most tables are read in one direction only.
    private readonly Lazy<(LetterTrie Trie, T[] Values)> _backward;

    /// <param name="insideWords">Whether a Latin phrase may end inside a word, as the parts of a German compound do.</param>
    public PhraseTable(IEnumerable<KeyValuePair<string, T>> phrases, bool insideWords = false)
    {
        var all = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var (phrase, value) in phrases)
        {
            foreach (var form in Forms(phrase).Where(f => f.Length is > 0 and <= Longest))
            {
                all[form] = value;
            }
        }

        _insideWords = insideWords;
        (_forward, _values) = Compile(all);
        _backward = new(() => Compile(all.ToDictionary(p => Reversed(p.Key), p => p.Value, StringComparer.Ordinal)));
    }

    public bool TryAt(ReadOnlySpan<char> folded, int start, out int end, out T value)
    {
        var word = -1;
        end = start;
        if (start < folded.Length && _forward.First(folded[start]) is not LetterTrie.None and var node && (_insideWords || !Splits(folded, start)))
        {
            for (var at = start + 1; node != LetterTrie.None; node = at < folded.Length ? _forward.Next(node, folded[at++]) : LetterTrie.None)
            {
                if (_forward.WordAt(node) is >= 0 and var ended && (_insideWords || !Splits(folded, at)))
                {
                    (word, end) = (ended, at);
                }
            }
        }

        value = word < 0 ? default! : _values[word]; // "false" tells the caller not to look
        return word >= 0;
    }

    /// <summary>The first place in a span of a folded text where a phrase may begin; <paramref name="to"/> where none does.</summary>
    public int Seek(ReadOnlySpan<char> folded, int from, int to)
    {
        var at = _forward.Seek(folded, from, to);
        while (at < to && !_insideWords && Splits(folded, at))
        {
            at = _forward.Seek(folded, at + 1, to);
        }

        return at;
    }

    public bool TryBefore(ReadOnlySpan<char> folded, int end, out int start, out T value)
    {
        var (word, values) = (-1, (T[]?)null);
        start = end;
        if (end > 0 && end <= folded.Length && !Splits(folded, end))
        {
            (var letters, values) = _backward.Value;
            var at = end - 1;
            for (var node = letters.First(folded[at]); node != LetterTrie.None; node = at > 0 ? letters.Next(node, folded[--at]) : LetterTrie.None)
            {
                if (letters.WordAt(node) is >= 0 and var begun && !Splits(folded, at))
                {
                    (word, start) = (begun, at);
                }
            }
        }

        value = word < 0 || values is null ? default! : values[word]; // "false" tells the caller not to look
        return word >= 0;
    }

    private static bool Splits(ReadOnlySpan<char> folded, int at) =>
        at > 0 && at < folded.Length && CharKinds.IsLatin(folded[at - 1]) && CharKinds.IsLatin(folded[at]);

    // CJK words written with or without a space are the same words.
    private static IEnumerable<string> Forms(string phrase)
    {
        yield return phrase;
        if (phrase.Contains(' ', StringComparison.Ordinal) && phrase.Any(CharKinds.IsDense))
        {
            yield return phrase.Replace(" ", "", StringComparison.Ordinal);
        }
    }

    private static (LetterTrie Trie, T[] Values) Compile(Dictionary<string, T> all)
    {
        string[] words = [.. all.Keys.Order(StringComparer.Ordinal)];
        return (new(words), Array.ConvertAll(words, w => all[w]));
    }

    private static string Reversed(string phrase) => string.Create(phrase.Length, phrase, static (span, p) =>
    {
        p.CopyTo(span);
        span.Reverse();
    });
}
