using System.Runtime.InteropServices;
using NewsWatcher.Extraction.Names;

namespace NewsWatcher.Extraction.Text;

/// <summary>A passage with everything that the readers look for in it: its cues and the names that were configured, each found once.</summary>
internal sealed class ScannedPassage
{
    private readonly List<CueHit> _cues;
    private readonly List<NameHit> _names;
    private readonly int[] _cueStarts;
    private readonly int[] _nameStarts;

    public ScannedPassage(Passage passage, NameTable names)
        : this(passage, new(passage.Text), names)
    {
    }

    /// <param name="folded">The passage's text, folded already.</param>
    public ScannedPassage(Passage passage, FoldedPassage folded, NameTable names)
    {
        Passage = passage;
        Folded = folded;
        _cues = Lexicon.Of(passage.Language).Find(Folded, passage.Sentences);
        _cueStarts = Starts(_cues, passage.Sentences.Count, static c => c.Sentence);
        _names = names.Find(this);
        _nameStarts = Starts(_names, passage.Sentences.Count, static n => n.Sentence);
    }

    public Passage Passage { get; }

    public string Text => Passage.Text;

    public FoldedPassage Folded { get; }

    public IReadOnlyList<CueHit> Cues => _cues;

    public IReadOnlyList<NameHit> Names => _names;

    /// <summary>Everything in it that is an organisation or looks like one.</summary>
    public IReadOnlyList<OrganisationHit> Organisations => field ??= OrganisationScanner.Find(this);

    /// <summary>Runs of capitalised words in it.</summary>
    public IReadOnlyList<OrganisationHit> Capitalised => field ??= LatinNames.Find(this);

    /// <summary>The cues of one sentence.</summary>
    public ReadOnlySpan<CueHit> CuesOf(int sentence) => CollectionsMarshal.AsSpan(_cues)[_cueStarts[sentence].._cueStarts[sentence + 1]];

    /// <summary>The names of one sentence.</summary>
    public ReadOnlySpan<NameHit> NamesOf(int sentence) => CollectionsMarshal.AsSpan(_names)[_nameStarts[sentence].._nameStarts[sentence + 1]];

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

    /// <summary>Where the hits of each sentence begin, and where the last one's end.</summary>
    private static int[] Starts<T>(List<T> hits, int sentences, Func<T, int> sentenceOf)
    {
        var starts = new int[sentences + 1];
        var at = 0;
        for (var sentence = 0; sentence < sentences; sentence++)
        {
            starts[sentence] = at;
            while (at < hits.Count && sentenceOf(hits[at]) <= sentence)
            {
                at++;
            }
        }

        starts[sentences] = hits.Count;
        return starts;
    }
}
