namespace NewsWatcher.Storage;

/// <summary>One state of an article's text.</summary>
public sealed record ItemVersion
{
    public long Number { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>False when only the entry's own text was read.</summary>
    public bool FromPage { get; init; }

    public string Title { get; init; } = "";
}
