namespace NewsWatcher.Extraction;

/// <summary>What a sum is to a deal. Only the first four can enter a ledger.</summary>
public enum AmountRole
{
    Headline,
    Tranche,
    Project,
    Spent,
    PerShare,
    RevenueOrProfit,
    Debt,
    Background,
    Other,
}
