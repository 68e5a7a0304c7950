namespace NewsWatcher.Deals;

/// <param name="Id">Of the phrase in the index.</param>
/// <param name="Weight">Its words; two ideographs make one.</param>
internal sealed record NameSpelling(int Id, string Phrase, double Weight)
{
    public double Strength => Weight switch { >= 3 => 0.65, >= 2 => 0.5, _ => 0.25 };

    /// <summary>Whether it is a name rather than a word for what it names.</summary>
    public bool IsProper { get; init; }

    /// <summary>Long enough to be nobody else's.</summary>
    public bool IsTelling => Weight >= 3;
}
