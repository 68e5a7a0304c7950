namespace NewsWatcher.Storage;

/// <summary>An item whose article is to be read: from its page, or from what the entry itself carries.</summary>
public sealed record DueReading
{
    public long ItemId { get; init; }

    public string Url { get; init; } = "";

    public string Title { get; init; } = "";

    public string OutletId { get; init; } = "";

    public string? Language { get; init; }

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset FirstSeenAt { get; init; }

    public bool ReadsPage { get; init; }

    public long ReadAttempts { get; init; }

    public string? Summary { get; init; }

    public string? Content { get; init; }

    /// <summary>A feed that showed it: one that maps its page to a file, if any does.</summary>
    public string? FeedKey { get; init; }

    /// <summary>Whether a version has been read before.</summary>
    public bool IsAgain { get; init; }

    public DateTimeOffset ReportedAt => PublishedAt ?? FirstSeenAt;

    /// <summary>Summary and content as they are kept; null for rows from before they were packed, and once they are unpacked.</summary>
    internal byte[]? Packed { get; init; }

    internal DueReading Unpacked() => Packed is not null && PackedTexts.Read(Packed) is [_, var content, var summary] ? this with { Content = content, Summary = summary, Packed = null } : this;
}
