using System.Collections.Concurrent;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>Tells whether an article is about a deal at all: a linear model over the words of its title and lead.</summary>
internal sealed class DealTopic
{
    public const int Threshold = 15;
    public const int LeadLength = 700;

    private static readonly ConcurrentDictionary<string, DealTopic> Known = new(StringComparer.Ordinal);

    private readonly PhraseTrie _trie = new();
    private readonly List<(int Weight, bool InTitle)> _phrases = [];

    private DealTopic(string language)
    {
        foreach (var (cue, phrase) in CueFile.Cues($"{LanguageFiles.Text(language, "topics.txt")}\n{LanguageFiles.Text(language, "topics-more.txt")}"))
        {
            _trie.Add(FoldedPassage.Fold(phrase), _phrases.Count);
            _phrases.Add((cue.Value, cue.Side == CueSide.Title));
        }
    }

    public static bool IsDeal(ScannedPassage title, ScannedPassage text)
    {
        var language = LanguageFiles.Text(text.Passage.Language, "topics.txt") is null ? "en" : text.Passage.Language;
        return Known.GetOrAdd(language, static l => new(l)).Score(title.Folded.Folded, text.Folded.Folded) > Threshold || DealSteps.Tell(title, text);
    }

    /// <summary>What the words alone say, before anything else is read.</summary>
    public static bool IsLikely(Passage title, Passage text)
    {
        var language = LanguageFiles.Text(text.Language, "topics.txt") is null ? "en" : text.Language;
        var lead = text.Text.Length > 2 * LeadLength ? text.Text[..(2 * LeadLength)] : text.Text;
        return Known.GetOrAdd(language, static l => new(l)).Score(FoldedPassage.Fold(title.Text), FoldedPassage.Fold(lead)) > Threshold;
    }

    private int Score(string title, string text)
    {
        var seen = new bool[_phrases.Count];
        return Sum(title, inTitle: true, seen) + Sum(text.Length > LeadLength ? text[..LeadLength] : text, inTitle: false, seen);
    }

    private int Sum(string folded, bool inTitle, bool[] seen)
    {
        var hits = new List<PhraseHit>();
        _trie.Find(folded, hits);
        var sum = 0;
        foreach (var hit in hits)
        {
            var (weight, onlyInTitle) = _phrases[hit.Id];
            if (!seen[hit.Id] && (inTitle || !onlyInTitle))
            {
                seen[hit.Id] = true;
                sum += weight;
            }
        }

        return sum;
    }
}
