namespace NewsWatcher.Storage;

/// <summary>A move of a feed that was believed.</summary>
public sealed record FeedMove
{
    public DateTimeOffset At { get; init; }

    public string FromUrl { get; init; } = "";

    public string ToUrl { get; init; } = "";

    /// <summary>Null while it is in force.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>"undone" by a person, "failed" (the new address answered badly several times in a row) or "changed": a person configured another one.</summary>
    public string? EndedWhy { get; init; }
}
