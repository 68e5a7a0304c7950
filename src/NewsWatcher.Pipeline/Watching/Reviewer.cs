namespace NewsWatcher.Watching;

/// <summary>Who decides, and why.</summary>
public sealed record Reviewer(string Name, string? Why)
{
    private const int MostOfName = 64;
    private const int MostOfWhy = 2_000;

    /// <summary>What is wrong with it; null for nothing.</summary>
    public string? Fault =>
        string.IsNullOrWhiteSpace(Name) || Name.Length > MostOfName || Name.Any(char.IsControl) ? $"A reviewer's name has 1 to {MostOfName} characters"
        : Why is { Length: > MostOfWhy } ? $"A reason has {MostOfWhy:N0} characters at most"
        : null;
}
