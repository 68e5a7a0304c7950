using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction.Text;

/// <summary>Phrases with gaps: "signed … memorandum|letter of intent" matches those words in that order, close together in one sentence.</summary>
internal sealed class GapPhrases
{
    private const int MaxGap = 60;
    private const int MaxSlots = 4;
    private const int UsualDistance = 4;

    private readonly PhraseTrie _trie = new();
    private readonly List<(int Id, int Last)> _phrases = [];

    public static bool HasGap(string phrase) => phrase.Contains('…', StringComparison.Ordinal);

    public void Add(string phrase, int id)
    {
        var slots = phrase.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (slots.Length is 0 or > MaxSlots)
        {
            throw new InvalidOperationException($"A phrase has one to {MaxSlots} parts: {phrase}");
        }

        var slot = _phrases.Count * MaxSlots;
        _phrases.Add((id, slots.Length - 1));
        foreach (var words in slots)
        {
            foreach (var word in words.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                _trie.Add(FoldedPassage.Fold(word.TrimEnd('*')), slot, open: word.EndsWith('*'));
            }

            slot++;
        }
    }

    /// <summary>Every phrase found, as folded spans in the order of their last words.</summary>
    public List<PhraseHit> Find(FoldedPassage folded, Sentences sentences)
    {
        if (_phrases.Count == 0)
        {
            return [];
        }

        var hits = new List<PhraseHit>(folded.Folded.Length / UsualDistance);
        _trie.Find(folded.Folded, hits);

        var words = hits.ToArray();
        hits.Clear();
        var (sentence, begin) = (0, 0);
        for (var i = 0; i < words.Length; i++)
        {
            var start = folded.Start(words[i].Start);
            while (sentence + 1 < sentences.Count && sentences.StartOf(sentence + 1) <= start)
            {
                (sentence, begin) = (sentence + 1, i);
            }

            var (id, last) = _phrases[words[i].Id / MaxSlots];
            if (words[i].Id % MaxSlots == last && First(words, i, begin) is >= 0 and var first)
            {
                hits.Add(new(id, first, words[i].End));
            }
        }

        return hits;
    }

    // Walks back from the last words to the first ones, within the sentence. -1: some are missing.
    private static int First(PhraseHit[] words, int last, int begin)
    {
        var (id, start) = (words[last].Id, words[last].Start);
        for (var i = last - 1; id % MaxSlots > 0; i--)
        {
            Steps.Count();
            if (i < begin || start - words[i].End > MaxGap)
            {
                return -1;
            }

            if (words[i].Id == id - 1 && words[i].End <= start)
            {
                (id, start) = (id - 1, words[i].Start);
            }
        }

        return start;
    }
}
