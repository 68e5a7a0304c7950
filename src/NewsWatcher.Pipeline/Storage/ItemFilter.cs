namespace NewsWatcher.Storage;

/// <summary>Which items to list. Everything null lists all, the newest first.</summary>
public sealed record ItemFilter
{
    public string? DealId { get; init; }

    public string? OutletId { get; init; }

    public string? Tag { get; init; }

    /// <summary>What a person typed; see <see cref="SearchText.Query"/>.</summary>
    public string? Search { get; init; }

    public DateTimeOffset? Since { get; init; }

    /// <summary>Only items that were looked at for <see cref="DealId"/> and held back, and that nobody decided.</summary>
    public bool HeldBack { get; init; }

    public int Limit { get; init; } = 50;

    public int Offset { get; init; }
}
