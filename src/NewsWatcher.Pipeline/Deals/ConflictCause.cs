namespace NewsWatcher.Deals;

/// <summary>Why two figures for one thing differ. Only the last two alarm.</summary>
public enum ConflictCause
{
    Rounding,
    Scope,
    Superseded,
    Currency,
    PerYear,
    SameOrigin,
    UnitSlip,
    Disagreement,
}
