namespace NewsWatcher.Storage;

/// <summary>How many items of a feed were read in one way: read, paywalled, headline, robots, unreadable, due, failed; with the reason where there is one.</summary>
public sealed record ReadingShare
{
    public string Reading { get; init; } = "";

    public string? Reason { get; init; }

    public long Items { get; init; }
}
