using System.Collections.Frozen;
using System.Numerics;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Folded phrases, asked for the longest one that begins, or ends, at a place of a folded text. Latin phrases match whole words only.</summary>
internal sealed class PhraseTable<T>
{
    /// <summary>A bit for each length that occurs keeps a look-up to the few lengths that can match.</summary>
    private const int Longest = 63;

    private readonly FrozenDictionary<string, T>.AlternateLookup<ReadOnlySpan<char>> _values;
    private readonly ulong[] _byFirst;
    private readonly ulong[] _byLast;
    private readonly bool _insideWords;

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
        _values = all.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
        _byFirst = Lengths(all.Keys, k => k[0]);
        _byLast = Lengths(all.Keys, k => k[^1]);
    }

    public bool TryAt(ReadOnlySpan<char> folded, int start, out int end, out T value)
    {
        if (start < folded.Length && TryLengths(_byFirst, folded[start], out var lengths) && (_insideWords || !Splits(folded, start)))
        {
            while (lengths != 0)
            {
                var length = BitOperations.Log2(lengths);
                lengths ^= 1UL << length;
                end = start + length;
                if (end <= folded.Length && (_insideWords || !Splits(folded, end)) && _values.TryGetValue(folded[start..end], out value!))
                {
                    return true;
                }
            }
        }

        (end, value) = (start, default!); // "false" tells the caller not to look
        return false;
    }

    public bool TryBefore(ReadOnlySpan<char> folded, int end, out int start, out T value)
    {
        if (end > 0 && end <= folded.Length && TryLengths(_byLast, folded[end - 1], out var lengths) && !Splits(folded, end))
        {
            while (lengths != 0)
            {
                var length = BitOperations.Log2(lengths);
                lengths ^= 1UL << length;
                start = end - length;
                if (start >= 0 && !Splits(folded, start) && _values.TryGetValue(folded[start..end], out value!))
                {
                    return true;
                }
            }
        }

        (start, value) = (end, default!); // "false" tells the caller not to look
        return false;
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

    // Reaches up to the last character that occurs: small for Latin words.
    private static ulong[] Lengths(IReadOnlyCollection<string> phrases, Func<string, char> letter)
    {
        var lengths = new ulong[phrases.Count == 0 ? 0 : phrases.Max(letter) + 1];
        foreach (var phrase in phrases)
        {
            lengths[letter(phrase)] |= 1UL << phrase.Length;
        }

        return lengths;
    }

    private static bool TryLengths(ulong[] byLetter, char letter, out ulong lengths)
    {
        lengths = letter < byLetter.Length ? byLetter[letter] : 0;
        return lengths != 0;
    }
}
