namespace NewsWatcher.Storage;

/// <summary>An item that no feed showed: a person gave its link, file or text.</summary>
public sealed record SuppliedItem
{
    public required string CanonicalUrl { get; init; }

    public required string FoldedTitle { get; init; }

    /// <summary>"" for a text without an address.</summary>
    public required string Url { get; init; }

    public required string Title { get; init; }

    public required string OutletId { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required string SuppliedBy { get; init; }
}
