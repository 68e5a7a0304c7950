namespace NewsWatcher.Deals;

/// <param name="Text">One readable sentence with both figures.</param>
/// <param name="Claims">One of each side at least.</param>
public sealed record LedgerConflict(string PartId, ConflictCause Cause, string Text, IReadOnlyList<SourcedClaim> Claims)
{
    public bool Alarms => Cause is ConflictCause.UnitSlip or ConflictCause.Disagreement;
}
