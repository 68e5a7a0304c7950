using System.Collections.Concurrent;

namespace NewsWatcher.Extraction.Text;

/// <summary>The cues of a language, compiled. A phrase may have gaps: "signed … memorandum|letter of intent" matches those words in that order, close together.</summary>
internal sealed class Lexicon
{
    private const int MaxGap = 60;

    private static readonly string[] Files = ["stages.txt", "parties.txt", "projects.txt", "dates.txt"];
    private static readonly ConcurrentDictionary<string, Lexicon> Known = new(StringComparer.Ordinal);

    private readonly PhraseTrie _trie = new();
    private readonly List<Pattern> _patterns = [];

    private Lexicon(string language)
    {
        foreach (var (cue, phrase) in Files.SelectMany(f => CueFile.Cues(LanguageFiles.Text(language, f) ?? "")))
        {
            Add(cue, phrase);
        }
    }

    /// <summary>The words of a language; English where a language has none.</summary>
    public static Lexicon Of(string language) =>
        Known.GetOrAdd(LanguageFiles.Text(language, "stages.txt") is null ? "en" : language, static l => new(l));

    /// <summary>Every cue of a passage in the order of its start.</summary>
    public List<CueHit> Find(FoldedPassage folded, Sentences sentences)
    {
        var phrases = new List<PhraseHit>();
        _trie.Find(folded.Folded, phrases);
        var cues = new List<CueHit>(phrases.Count);
        var (sentence, begin) = (0, 0);
        for (var i = 0; i < phrases.Count; i++)
        {
            var start = folded.Start(phrases[i].Start);
            while (sentence + 1 < sentences.Count && sentences.StartOf(sentence + 1) <= start)
            {
                (sentence, begin) = (sentence + 1, i);
            }

            var pattern = _patterns[phrases[i].Id / Pattern.MaxSlots];
            var slot = phrases[i].Id % Pattern.MaxSlots;
            if (slot == pattern.Last && First(phrases, i, begin) is >= 0 and var first)
            {
                cues.Add(new(pattern.Cue, folded.Start(first), folded.End(phrases[i].End), sentence));
            }
        }

        cues.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return cues;
    }

    // Walks back from the last slot to the first one, within the sentence. -1: a slot is missing.
    private static int First(List<PhraseHit> phrases, int last, int begin)
    {
        var (id, start) = (phrases[last].Id, phrases[last].Start);
        for (var i = last - 1; id % Pattern.MaxSlots > 0; i--)
        {
            if (i < begin || start - phrases[i].End > MaxGap)
            {
                return -1;
            }

            if (phrases[i].Id == id - 1 && phrases[i].End <= start)
            {
                (id, start) = (id - 1, phrases[i].Start);
            }
        }

        return start;
    }

    private void Add(Cue cue, string phrase)
    {
        var slots = phrase.Split('…', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (slots.Length is 0 or > Pattern.MaxSlots)
        {
            throw new InvalidOperationException($"A phrase has one to {Pattern.MaxSlots} parts: {phrase}");
        }

        var id = _patterns.Count * Pattern.MaxSlots;
        _patterns.Add(new(cue, slots.Length - 1));
        foreach (var slot in slots)
        {
            foreach (var word in slot.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                _trie.Add(FoldedPassage.Fold(word.TrimEnd('*')), id, open: word.EndsWith('*'));
            }

            id++;
        }
    }

    private sealed record Pattern(Cue Cue, int Last)
    {
        public const int MaxSlots = 4;
    }
}
