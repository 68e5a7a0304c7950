using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Parties;

/// <summary>What the words of one sentence say of one organisation.</summary>
internal sealed class PartyWords
{
    private bool _hasRole;
    private bool _hasStrength;

    public void Add(Cue cue)
    {
        // An offer is an offer until it was accepted; who runs, builds or pays for something has been chosen for it.
        _hasRole |= cue is { Kind: CueKind.Role, Weak: false } && (PartyRole)cue.Value is not (PartyRole.Buyer or PartyRole.Seller or PartyRole.Target);
        _hasStrength |= cue.Kind == CueKind.Strength;
    }

    /// <param name="isFirm">Whether the sentence states what is, not what may be.</param>
    /// <param name="step">What the sentence reports as done.</param>
    public PartyStrength Strength(bool isFirm, Stage? step, bool isGovernment) =>
        !isFirm || _hasStrength ? PartyStrength.Mentioned
        : isGovernment ? step switch
        {
            Stage.Agreed => PartyStrength.Contracted,
            Stage.Announced or Stage.Mou => PartyStrength.Selected,
            _ => PartyStrength.Mentioned,
        }
        : _hasRole ? PartyStrength.Selected : PartyStrength.Mentioned;
}
