namespace NewsWatcher.Storage;

/// <summary>One poll of a feed's history. <see cref="Outcome"/> is a class, "running" or "interrupted".</summary>
public sealed record PollRow
{
    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    public string Outcome { get; init; } = "";

    public string? Reason { get; init; }

    public long? Status { get; init; }

    public long Bytes { get; init; }

    public long Entries { get; init; }

    public long Added { get; init; }

    public long Changed { get; init; }

    public DateTimeOffset? NextPollAt { get; init; }
}
