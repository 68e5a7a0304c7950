using NewsWatcher.Articles;

namespace NewsWatcher.Storage;

/// <summary>A captured item with the text of its newest version.</summary>
public sealed record StoredItem
{
    public required long Id { get; init; }

    public required string Url { get; init; }

    public required string Title { get; init; }

    /// <summary>"" while only the headline is known.</summary>
    public required string Text { get; init; }

    public required string OutletId { get; init; }

    public string? SourceName { get; init; }

    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public required DateTimeOffset FirstSeenAt { get; init; }

    public string? SuppliedBy { get; init; }

    /// <summary>due, read, headline, unreadable or failed.</summary>
    public required string Reading { get; init; }

    public string? ReadingReason { get; init; }

    /// <summary>Nothing but news searches showed it: all that is known is a headline, which somebody passes on.</summary>
    public bool IsFromSearch { get; init; }

    /// <summary>Whether it is kept apart, neither matched nor told, since somebody else seems to speak at its feed's address.</summary>
    public bool IsQuarantined { get; init; }

    public long? DevelopmentId { get; init; }

    public long Versions { get; init; }

    public string? Byline { get; init; }

    public string? Description { get; init; }

    /// <summary>Whether its text is about a deal at all, followed or not.</summary>
    public bool IsDeal { get; init; }

    public IReadOnlyList<Notice> Notices { get; init; } = [];

    public DateTimeOffset ReportedAt => PublishedAt ?? FirstSeenAt;

    public Article ToArticle() => new()
    {
        Title = Title, Text = Text, Language = Language, Byline = Byline, Description = Description, Notices = Notices,
        Published = PublishedAt is { } at ? new PublishedDate(at, DateOnly: false) : null,
    };
}
