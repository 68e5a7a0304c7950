namespace NewsWatcher.Deals;

/// <summary>How a figure stands in a ledger. A lead is visible and counts for nothing.</summary>
public enum ClaimStatus
{
    Current,
    Lead,
    Superseded,
    Rejected,
}
