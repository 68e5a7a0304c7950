using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using NewsWatcher.Configuration;

namespace NewsWatcher.Extraction.Text;

/// <summary>The cues of a language, compiled. A phrase may have gaps: "signed … memorandum|letter of intent" matches those words in that order, close together.</summary>
internal sealed class Lexicon
{
    private static readonly string[] Files = ["stages.txt", "parties.txt", "projects.txt", "dates.txt"];
    private static readonly ConcurrentDictionary<string, Lexicon> Known = new(StringComparer.Ordinal);

    private readonly GapPhrases _phrases = new();
    private readonly List<Cue> _cues = [];

    private Lexicon(string language)
    {
        foreach (var (cue, phrase) in Files.SelectMany(f => CueFile.Cues(LanguageFiles.Text(language, f) ?? "")))
        {
            _phrases.Add(phrase, _cues.Count);
            _cues.Add(cue);
        }
    }

    /// <summary>The words of a language; English where a language has none.</summary>
    public static Lexicon Of(string language) =>
        Known.GetOrAdd(LanguageFiles.Text(language, "stages.txt") is null ? "en" : language, static l => new(l));

    /// <summary>Every cue of a passage in the order of its start.</summary>
    public List<CueHit> Find(FoldedPassage folded, Sentences sentences)
    {
        var hits = _phrases.Find(folded, sentences);
        var cues = new List<CueHit>(hits.Count);
        foreach (var hit in hits)
        {
            cues.Add(new(_cues[hit.Id], folded.Start(hit.Start), folded.End(hit.End), sentences.IndexAt(folded.Start(hit.Start))));
        }

        Sort(CollectionsMarshal.AsSpan(cues));
        return cues;
    }

    // They come in the order of their last words, and phrases are short: each has but a few places to go.
    private static void Sort(Span<CueHit> cues)
    {
        for (var i = 1; i < cues.Length; i++)
        {
            var cue = cues[i];
            var at = i;
            for (; at > 0 && (cues[at - 1].Start > cue.Start || (cues[at - 1].Start == cue.Start && cues[at - 1].End > cue.End)); at--)
            {
                Steps.Count();
                cues[at] = cues[at - 1];
            }

            cues[at] = cue;
        }
    }
}
