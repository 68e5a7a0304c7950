using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction.Text;

/// <summary>Thousands of folded phrases, found at a position in time that does not depend on their number.</summary>
internal sealed class PhraseTrie
{
    private readonly Dictionary<string, List<(int Id, bool Open)>> _phrases = new(StringComparer.Ordinal);
    private readonly Lazy<Compiled> _compiled;

    public PhraseTrie() => _compiled = new(() => new(_phrases));

    /// <summary>Adds a folded phrase, before anything is looked for. The same phrase may carry several ids.</summary>
    /// <param name="open">Whether the last word may go on: "acquir*".</param>
    public void Add(string phrase, int id, bool open = false)
    {
        if (phrase.Length == 0)
        {
            return;
        }

        if (!_phrases.TryGetValue(phrase, out var ends))
        {
            _phrases[phrase] = ends = new(1);
        }

        ends.Add((id, open));
    }

    /// <summary>Every phrase of the text that begins and ends between words, in the order of its start, the shorter first.</summary>
    public void Find(ReadOnlySpan<char> folded, List<PhraseHit> hits)
    {
        var (letters, ends) = _compiled.Value;
        Steps.Count(folded.Length);
        for (var i = letters.Seek(folded, 0, folded.Length); i < folded.Length; i = letters.Seek(folded, i + 1, folded.Length))
        {
            if (i == 0 || !FoldedPassage.IsWord(folded[i - 1]) || !FoldedPassage.IsWord(folded[i]))
            {
                FindAt(letters, ends, folded, i, letters.First(folded[i]), hits);
            }
        }
    }

    /// <summary>Whether a phrase begins at a position of the text.</summary>
    public bool Begins(ReadOnlySpan<char> folded, int at)
    {
        var letters = _compiled.Value.Letters;
        for (var node = at < folded.Length ? letters.First(folded[at]) : LetterTrie.None; node != LetterTrie.None; node = ++at < folded.Length ? letters.Next(node, folded[at]) : LetterTrie.None)
        {
            if (letters.WordAt(node) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static void FindAt(LetterTrie letters, (int Id, bool Open)[][] ends, ReadOnlySpan<char> folded, int start, int root, List<PhraseHit> hits)
    {
        var at = start + 1;
        for (var node = root; node != LetterTrie.None; node = at < folded.Length ? letters.Next(node, folded[at++]) : LetterTrie.None)
        {
            Steps.Count();
            if (letters.WordAt(node) is >= 0 and var word)
            {
                var isWhole = at == folded.Length || !FoldedPassage.IsWord(folded[at]) || !FoldedPassage.IsWord(folded[at - 1]);
                foreach (var (id, open) in ends[word])
                {
                    if (open || isWhole)
                    {
                        hits.Add(new(id, start, at));
                    }
                }
            }
        }
    }

    private sealed class Compiled
    {
        public Compiled(Dictionary<string, List<(int Id, bool Open)>> phrases)
        {
            string[] words = [.. phrases.Keys.Order(StringComparer.Ordinal)];
            Letters = new(words);
            Ends = Array.ConvertAll(words, w => phrases[w].ToArray());
            phrases.Clear();
        }

        public LetterTrie Letters { get; }

        public (int Id, bool Open)[][] Ends { get; }

        public void Deconstruct(out LetterTrie letters, out (int Id, bool Open)[][] ends) => (letters, ends) = (Letters, Ends);
    }
}
