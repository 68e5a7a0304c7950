namespace NewsWatcher.Deals;

/// <summary>What a person wants to say of a claim, and perhaps of others like it.</summary>
public abstract record Verdict
{
    private Verdict()
    {
    }

    public sealed record Accept : Verdict;

    public sealed record Reject : Verdict;

    public sealed record Correct(FactCorrection Correction) : Verdict;

    /// <summary>Null, with the reason, where it cannot be said of this claim.</summary>
    public Decision? On(Claim claim, DecisionsInForce decided, out string refusal)
    {
        refusal = "";
        if (this is not Correct(var correction))
        {
            return this is Accept ? new Decision.Accepted(claim.Key) { ItemId = claim.ItemId } : new Decision.Rejected(claim.Key) { ItemId = claim.ItemId };
        }

        var fact = decided.Standing(claim) ?? claim.Fact;
        var corrected = correction.Of(fact, out refusal);
        if (corrected is null)
        {
            return null;
        }

        var isAsRead = corrected == claim.Fact && decided.On(claim.Key) is not Decision.Corrected;
        refusal = isAsRead ? "That is what the claim says already: accept it instead" : "";
        return isAsRead ? null : new Decision.Corrected(claim.Key, corrected) { ItemId = claim.ItemId };
    }
}
