namespace NewsWatcher.Extraction;

/// <summary>How far a party is involved. Nobody mentioned is ever promoted without words that say so.</summary>
public enum PartyStrength
{
    Mentioned,
    Interested,
    Selected,
    Contracted,
    Exited,
}
