using NewsWatcher.Feeds;

namespace NewsWatcher.Deals;

/// <summary>A captured item as the views over a deal see it.</summary>
public sealed record ReportedItem
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>Empty when only the headline is known.</summary>
    public required string Text { get; init; }

    public string? Language { get; init; }

    public required Outlet Outlet { get; init; }

    /// <summary>Published, else first seen. Ties are ordered by <see cref="Id"/>.</summary>
    public required DateTimeOffset ReportedAt { get; init; }

    /// <summary>The page says that a machine wrote it: its claims are leads, it is never an origin.</summary>
    public bool IsAiGenerated { get; init; }

    /// <summary>The true publisher that the feed names (RSS source), if any.</summary>
    public string? SourceName { get; init; }

    /// <summary>Only the headline that a news search shows is known: its claims are leads, it is never an origin.</summary>
    public bool IsFromSearch { get; init; }

    /// <summary>Whether the matcher puts it into the deal that it was asked for; what people decided of that comes on top.</summary>
    public bool IsMatched { get; init; } = true;

    public IReadOnlyList<Claim> Claims { get; init; } = [];
}
