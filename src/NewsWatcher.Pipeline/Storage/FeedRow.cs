using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>A feed as the database holds it.</summary>
internal sealed record FeedRow
{
    public long Id { get; init; }

    public string Definition { get; init; } = "";

    public string Origin { get; init; } = "";

    public bool Active { get; init; }

    public DateTimeOffset? MutedAt { get; init; }

    public DateTimeOffset NextPollAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? FirstSuccessAt { get; init; }

    public DateTimeOffset? FullFetchAt { get; init; }

    public string? Etag { get; init; }

    public string? LastModified { get; init; }

    public string? ContentHash { get; init; }

    public string? Title { get; init; }

    public string? Outcome { get; init; }

    public string? Reason { get; init; }

    public long Errors { get; init; }

    public DateTimeOffset? NotBeforeAt { get; init; }

    // 1: ids were found to repeat; 2: links were, with several titles.
    public long ByLink { get; init; }

    public long? TtlSeconds { get; init; }

    public long GoneCount { get; init; }

    public DateTimeOffset? GoneCountedAt { get; init; }

    public DateTimeOffset? GoneAt { get; init; }

    public string? MovedTo { get; init; }

    public DateTimeOffset? MovedSaidAt { get; init; }

    public DateTimeOffset? MovedAt { get; init; }

    public string? Address { get; init; }

    public double Batches { get; init; }

    public double WatchedSeconds { get; init; }

    public long SkippedHours { get; init; }

    public long SkippedDays { get; init; }

    public DateTimeOffset? UpdateBase { get; init; }

    public long Limits { get; init; }

    public DateTimeOffset? MissingSince { get; init; }

    public string? Site { get; init; }

    public string? DocumentId { get; init; }

    public DateTimeOffset? IdentityChangedAt { get; init; }

    public string? Reach { get; init; }

    public string? Host { get; init; }

    public bool SharesHost { get; init; }

    public long Quarantined { get; init; }

    public long Items { get; init; }

    public StoredFeed ToFeed() => new()
    {
        Id = Id,
        Feed = StoredJson.Read<Feed>(Definition),
        FromFile = string.Equals(Origin, "file", StringComparison.Ordinal),
        Active = Active,
        MutedAt = MutedAt,
        NextPollAt = NextPollAt,
        LastAttemptAt = LastAttemptAt,
        LastSuccessAt = LastSuccessAt,
        FirstSuccessAt = FirstSuccessAt,
        FullFetchAt = FullFetchAt,
        Validators = new(Etag, LastModified),
        ContentHash = ContentHash,
        Title = Title,
        Outcome = Outcome is null ? null : OutcomeWords.Read(Outcome),
        Reason = Reason,
        Errors = (int)Errors,
        NotBeforeAt = NotBeforeAt,
        ByLink = (ByLink & 1) != 0,
        ByTitle = (ByLink & 2) != 0,
        Ttl = TtlSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : null,
        GoneCount = (int)GoneCount,
        GoneCountedAt = GoneCountedAt,
        GoneAt = GoneAt,
        MovedTo = MovedTo,
        MovedSaidAt = MovedSaidAt,
        MovedAt = MovedAt,
        Address = Address,
        Rate = new(Batches, TimeSpan.FromSeconds(WatchedSeconds)),
        Times = new((int)SkippedHours, (int)SkippedDays, UpdateBase),
        Limits = (int)Limits,
        MissingSince = MissingSince,
        Identity = new(Title, Site, DocumentId),
        IdentityChangedAt = IdentityChangedAt,
        Reach = Reach is null ? null : Enum.Parse<Reach>(Reach, ignoreCase: true),
        Host = Host,
        SharesHost = SharesHost,
        Quarantined = Quarantined,
        Items = Items,
    };
}
