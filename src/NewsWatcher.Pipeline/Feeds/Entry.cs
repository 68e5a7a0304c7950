namespace NewsWatcher.Feeds;

/// <summary>One feed item as the feed claims it. Texts are as received: <see cref="Title"/> is plain, <see cref="Summary"/> and
/// <see cref="Content"/> are HTML fragments that nobody may show unsanitised.</summary>
public sealed record Entry
{
    /// <summary>guid, rdf:about or id, verbatim; null when the feed gives none.</summary>
    public string? Id { get; init; }

    public string Title { get; init; } = "";

    public string? Link { get; init; }

    public DateTimeOffset? Published { get; init; }

    public DateTimeOffset? Updated { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    public string? Author { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Enclosures { get; init; } = [];

    /// <summary>RSS source: the true publisher of an aggregated entry.</summary>
    public string? SourceName { get; init; }

    public string? SourceUrl { get; init; }
}
