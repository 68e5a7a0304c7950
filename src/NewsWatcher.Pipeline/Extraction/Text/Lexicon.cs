using System.Collections.Concurrent;

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
        var cues = new List<CueHit>();
        foreach (var hit in _phrases.Find(folded, sentences))
        {
            cues.Add(new(_cues[hit.Id], folded.Start(hit.Start), folded.End(hit.End), sentences.IndexAt(folded.Start(hit.Start))));
        }

        cues.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        return cues;
    }
}
