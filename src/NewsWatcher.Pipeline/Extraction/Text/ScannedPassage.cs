using NewsWatcher.Extraction.Names;

namespace NewsWatcher.Extraction.Text;

/// <summary>A passage with everything that the readers look for in it: its cues and the names that were configured, each found once.</summary>
internal sealed class ScannedPassage
{
    public ScannedPassage(Passage passage, NameTable names)
    {
        Passage = passage;
        Folded = new(passage.Text);
        Cues = Lexicon.Of(passage.Language).Find(Folded, passage.Sentences);
        Names = names.Find(this);
    }

    public Passage Passage { get; }

    public string Text => Passage.Text;

    public FoldedPassage Folded { get; }

    public IReadOnlyList<CueHit> Cues { get; }

    public IReadOnlyList<NameHit> Names { get; }

    /// <summary>Everything in it that is an organisation or looks like one.</summary>
    public IReadOnlyList<OrganisationHit> Organisations => field ??= OrganisationScanner.Find(this);

    /// <summary>The cues of one sentence.</summary>
    public IEnumerable<CueHit> CuesOf(int sentence)
    {
        for (var i = First(Cues, sentence, static c => c.Sentence); i < Cues.Count && Cues[i].Sentence == sentence; i++)
        {
            yield return Cues[i];
        }
    }

    /// <summary>The names of one sentence.</summary>
    public IEnumerable<NameHit> NamesOf(int sentence)
    {
        for (var i = First(Names, sentence, static n => n.Sentence); i < Names.Count && Names[i].Sentence == sentence; i++)
        {
            yield return Names[i];
        }
    }

    public bool Has(int sentence, CueKind kind)
    {
        foreach (var cue in CuesOf(sentence))
        {
            if (cue.Cue.Kind == kind)
            {
                return true;
            }
        }

        return false;
    }

    public Evidence Evidence(int start, int end, string rule) => Passage.Evidence(start, end, rule);

    /// <summary>The one part below a deal that a sentence names; null when it names none or several.</summary>
    public string? PartNamedIn(int sentence) => PartsNamedIn(sentence) is [var only] ? only : null;

    /// <summary>The parts below a deal that a sentence names, in the order of the text.</summary>
    public List<string> PartsNamedIn(int sentence)
    {
        var parts = new List<string>();
        foreach (var name in NamesOf(sentence))
        {
            if (name.Use is NameUse.Part { IsRoot: false } named && !parts.Contains(named.PartId))
            {
                parts.Add(named.PartId);
            }
        }

        return parts;
    }

    private static int First<T>(IReadOnlyList<T> hits, int sentence, Func<T, int> sentenceOf)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = sentenceOf(hits[middle]) < sentence ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
