namespace NewsWatcher.Articles;

/// <summary>What was read from a page. Spans of facts are half-open UTF-16 offsets into <see cref="Text"/> (or <see cref="Title"/>).</summary>
public sealed record Article
{
    public required string Title { get; init; }

    /// <summary>Paragraphs separated by a blank line; the story alone, without headline, captions, teasers and notices.</summary>
    public required string Text { get; init; }

    public PublishedDate? Published { get; init; }

    public PublishedDate? Updated { get; init; }

    /// <summary>Names joined with ", ", without "By".</summary>
    public string? Byline { get; init; }

    public string? SiteName { get; init; }

    public string? CanonicalUrl { get; init; }

    /// <summary>BCP 47 primary subtag, lower case; null when it could not be told.</summary>
    public string? Language { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public bool IsAiGenerated => Notices.Any(n => n.Kind is NoticeKind.AiGenerated or NoticeKind.AiAssisted);
}
