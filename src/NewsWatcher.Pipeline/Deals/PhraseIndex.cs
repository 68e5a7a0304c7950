using NewsWatcher.Articles;

namespace NewsWatcher.Deals;

/// <summary>Finds which of many folded phrases stand in a text, in one walk over it however many there are.</summary>
internal sealed class PhraseIndex
{
    private const int KeyLength = 4;

    private readonly List<string> _phrases = [];
    private readonly Dictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, List<int>> _byBeginning = [];

    /// <summary>The number that a phrase is found by.</summary>
    public int Add(string phrase)
    {
        if (_ids.TryGetValue(phrase, out var known))
        {
            return known;
        }

        var id = _ids[phrase] = _phrases.Count;
        _phrases.Add(phrase);
        var key = Key(phrase, Math.Min(phrase.Length, KeyLength));
        if (!_byBeginning.TryGetValue(key, out var sharing))
        {
            _byBeginning[key] = sharing = [];
        }

        sharing.Add(id);
        return id;
    }

    /// <summary>Every place where a phrase stands as whole words.</summary>
    public IEnumerable<(int Id, int Start, int End)> In(string folded)
    {
        for (var at = 0; at < folded.Length; at++)
        {
            for (var length = FoldedText.IsBound(folded, at) ? Math.Min(KeyLength, folded.Length - at) : 0; length > 0; length--)
            {
                foreach (var id in _byBeginning.GetValueOrDefault(Key(folded.AsSpan(at), length), None))
                {
                    var end = at + _phrases[id].Length;
                    if (FoldedText.IsBound(folded, end) && string.CompareOrdinal(folded, at, _phrases[id], 0, end - at) == 0)
                    {
                        yield return (id, at, end);
                    }
                }
            }
        }
    }

    private static readonly List<int> None = [];

    private static ulong Key(ReadOnlySpan<char> text, int length)
    {
        var key = 0UL;
        for (var i = 0; i < length; i++)
        {
            key = (key << 16) | text[i];
        }

        return key;
    }
}
