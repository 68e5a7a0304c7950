namespace NewsWatcher.Deals;

public enum DecisionKind
{
    Accepted,
    Corrected,
    Rejected,
}
