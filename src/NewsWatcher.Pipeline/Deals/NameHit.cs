namespace NewsWatcher.Deals;

/// <summary>A name as a page has it.</summary>
/// <param name="Strength">How surely the spelling means this name alone, 0 to 1.</param>
/// <param name="Place">1 in the headline or the first paragraphs, a half below them.</param>
internal sealed record NameHit(string Label, double Strength, double Place, bool InTitle)
{
    /// <summary>Whether its spelling is a name rather than a word for what it is.</summary>
    public bool IsProper { get; init; }
}
