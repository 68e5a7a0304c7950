namespace NewsWatcher.Extraction;

/// <summary>How firmly a sum is stated; kept apart from the value.</summary>
public enum Qualifier
{
    Exact,
    About,
    UpTo,
    AtLeast,
    Range,
}
