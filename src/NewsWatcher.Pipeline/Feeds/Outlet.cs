namespace NewsWatcher.Feeds;

/// <summary>A publisher. Outlets of one <see cref="Family"/> are one voice; an unknown tier adds no independence.</summary>
public sealed record Outlet
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>Other names by which texts cite the outlet, in any script.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Hosts without scheme; subdomains included; a path prefix narrows one ("bbc.co.uk/news").</summary>
    public IReadOnlyList<string> Hosts { get; init; } = [];

    /// <summary>The owner family; the outlet's own id when nobody else owns it.</summary>
    public required string Family { get; init; }

    public OutletTier Tier { get; init; }

    /// <summary>ISO 3166 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>BCP 47 primary subtag.</summary>
    public string? Language { get; init; }
}
