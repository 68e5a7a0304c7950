using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>Tells an article about a deal by what it reports: a step that was taken, for a sum, by somebody with a part in it.</summary>
internal static class DealSteps
{
    private const int Lead = 3;

    private static readonly System.Buffers.SearchValues<string> Sums = System.Buffers.SearchValues.Create(
        ["$", "€", "£", "¥", " billion", " million", " Milliarden", " Millionen", " milliards", " millions", " millones", "億", "兆", "억", "조 ", "亿", "万美元"], StringComparison.OrdinalIgnoreCase);

    public static bool Tell(ScannedPassage title, ScannedPassage text)
    {
        var (step, part, pact) = (false, false, false);
        foreach (var (passage, sentences) in ((ScannedPassage, int)[])[(title, 1), (text, Lead)])
        {
            foreach (var cue in passage.Cues)
            {
                if (cue.Sentence >= sentences)
                {
                    break;
                }

                pact |= cue.Cue is { Kind: CueKind.Stage, Weak: false, Value: (int)Stage.Announced or (int)Stage.Mou or (int)Stage.Agreed or (int)Stage.Financed };
                step |= cue.Cue is { Kind: CueKind.Stage, Weak: false };
                part |= cue.Cue is { Kind: CueKind.Role or CueKind.Facility or CueKind.Party, Weak: false };
            }
        }

        var sum = HasSum(title, 1) || HasSum(text, Lead);

        // Where a model was learnt, it knows words better than we do.
        return text.Passage.Language == "en" ? step && part && sum : step && (part || sum) && (sum || pact);
    }

    private static bool HasSum(ScannedPassage passage, int sentences)
    {
        var end = passage.Passage.Sentences.Bounds(Math.Min(sentences, passage.Passage.Sentences.Count) - 1).End;
        var told = passage.Text.AsSpan(0, end);
        return told.ContainsAny(Sums) && told.ContainsAnyInRange('0', '9');
    }
}
