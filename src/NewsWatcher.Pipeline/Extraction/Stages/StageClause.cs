using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Stages;

/// <summary>What the words around a step say of it: that it was not taken, or that it is still to come.</summary>
internal static class StageClause
{
    private const int NegationBefore = 28;
    private const int NegationBeforeDense = 6;
    private const int NegationAfter = 12;
    private const int FutureBefore = 32;
    private const int FutureBeforeDense = 12;
    private const int FutureAfter = 30;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(",;:、，；。—");

    public static bool IsNegated(ScannedPassage passage, CueHit cue)
    {
        // A phrase that itself begins or ends with "not" says what it says.
        foreach (var other in passage.CuesOf(cue.Sentence))
        {
            if (other.Cue.Kind != CueKind.Negation || Overlaps(other, cue))
            {
                continue;
            }

            var dense = IsDense(passage);
            if (other.Cue.Side == CueSide.Before ? IsBefore(passage, other, cue, dense ? NegationBeforeDense : NegationBefore) : IsAfter(passage, other, cue, NegationAfter))
            {
                return true;
            }
        }

        return false;
    }

    public static bool IsFuture(ScannedPassage passage, CueHit cue)
    {
        foreach (var other in passage.CuesOf(cue.Sentence))
        {
            if (other.Cue.Kind == CueKind.Future && IsWithin(other, cue))
            {
                return true;
            }

            if (other.Cue.Kind == CueKind.Future && !Overlaps(other, cue)
                && (other.Cue.Side == CueSide.Before ? IsBefore(passage, other, cue, IsDense(passage) ? FutureBeforeDense : FutureBefore) : IsAfter(passage, other, cue, FutureAfter)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsDense(ScannedPassage passage) => passage.Passage.IsDense;

    // "The loan agreement will be signed": the words of a step may stand apart.
    private static bool IsWithin(CueHit word, CueHit cue) => word.Cue.Side == CueSide.Before && word.Start > cue.Start && word.End < cue.End;

    private static bool Overlaps(CueHit one, CueHit other) => one.Start < other.End && other.Start < one.End;

    private static bool IsBefore(ScannedPassage passage, CueHit word, CueHit cue, int gap) =>
        word.End <= cue.Start && cue.Start - word.End <= gap && !Ends(passage.Text.AsSpan(word.End, cue.Start - word.End));

    private static bool IsAfter(ScannedPassage passage, CueHit word, CueHit cue, int gap) =>
        word.Start >= cue.End && word.Start - cue.End <= gap && !Ends(passage.Text.AsSpan(cue.End, word.Start - cue.End));

    // A clause ends at its punctuation.
    private static bool Ends(ReadOnlySpan<char> between) => between.ContainsAny(ClauseMarks);
}
