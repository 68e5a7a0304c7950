using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Parties;

/// <summary>What the words of one sentence say of one organisation.</summary>
internal sealed class PartyWords
{
    private const int MaxHedge = 40;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(",;:、，；。");

    private bool _isChosen;
    private bool _isGraded;

    public void Add(ScannedPassage passage, CueHit cue)
    {
        // An offer is an offer until it was accepted; who runs, builds or pays for something has been chosen for it.
        _isChosen |= cue.Cue is { Kind: CueKind.Role, Weak: false } && (PartyRole)cue.Cue.Value is not (PartyRole.Buyer or PartyRole.Seller or PartyRole.Target) && !IsHedged(passage, cue);
        _isGraded |= cue.Cue is { Kind: CueKind.Strength, Weak: false };
    }

    /// <param name="step">What the sentence reports as done.</param>
    public PartyStrength Strength(Stage? step, bool isGovernment) => isGovernment
        ? step switch
        {
            Stage.Agreed => PartyStrength.Contracted,
            Stage.Announced or Stage.Mou => PartyStrength.Selected,
            _ => PartyStrength.Mentioned,
        }
        : _isChosen && !_isGraded ? PartyStrength.Selected : PartyStrength.Mentioned;

    /// <summary>Whether "may", "plans to" or a denial stands in the clause of a role.</summary>
    private static bool IsHedged(ScannedPassage passage, CueHit role)
    {
        foreach (var cue in passage.CuesOf(role.Sentence))
        {
            if (cue.Cue is not ({ Kind: CueKind.Hedge or CueKind.Negation } or { Kind: CueKind.Strength, Weak: true }))
            {
                continue;
            }

            var (from, to) = cue.Start < role.Start ? (cue.End, role.Start) : (role.End, cue.Start);
            var reaches = cue.Start < role.Start || cue.Cue.Side != CueSide.Before || cue.Start < role.End;
            if (reaches && to - from <= MaxHedge && (to <= from || !passage.Text.AsSpan(from, to - from).ContainsAny(ClauseMarks)))
            {
                return cue.Start < role.End || passage.Passage.IsDense;
            }
        }

        return false;
    }
}
