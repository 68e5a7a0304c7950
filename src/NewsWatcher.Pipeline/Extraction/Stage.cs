namespace NewsWatcher.Extraction;

/// <summary>The ladder, then the side states. Non-binding ends at <see cref="Mou"/>; <see cref="Agreed"/> is a binding contract.</summary>
public enum Stage
{
    Rumoured,
    Negotiating,
    Announced,
    Mou,
    Agreed,
    Approved,
    Financed,
    Construction,
    Completed,
    Delayed,
    Suspended,
    Shelved,
    Cancelled,
}
