using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>A feed with the state that polling it left behind.</summary>
public sealed record StoredFeed
{
    private static readonly TimeSpan MissingFor = TimeSpan.FromDays(7);

    public required long Id { get; init; }

    public required Feed Feed { get; init; }

    /// <summary>Whether a file configures it, or a person added it here.</summary>
    public required bool FromFile { get; init; }

    /// <summary>Where it comes from: "file", "added", or "deal" for a news search that a deal's terms make.</summary>
    public string Origin => Feed.Deal is not null ? "deal" : FromFile ? "file" : "added";

    /// <summary>False once the file no longer names it: its items stay.</summary>
    public bool Active { get; init; } = true;

    public DateTimeOffset? MutedAt { get; init; }

    public DateTimeOffset NextPollAt { get; init; }

    public DateTimeOffset? LastAttemptAt { get; init; }

    public DateTimeOffset? LastSuccessAt { get; init; }

    public DateTimeOffset? FirstSuccessAt { get; init; }

    public DateTimeOffset? FullFetchAt { get; init; }

    public Validators Validators { get; init; } = Validators.None;

    public string? ContentHash { get; init; }

    public string? Title { get; init; }

    /// <summary>Null before the first poll.</summary>
    public OutcomeClass? Outcome { get; init; }

    public string? Reason { get; init; }

    /// <summary>Failures in a row.</summary>
    public int Errors { get; init; }

    public DateTimeOffset? NotBeforeAt { get; init; }

    /// <summary>Answers in a row that asked us to wait: no failures of the feed.</summary>
    public int Limits { get; init; }

    /// <summary>Since when the address answers "not found" or "forbidden"; null when it does not.</summary>
    public DateTimeOffset? MissingSince { get; init; }

    /// <summary>Ids were found to repeat: entries are known by their links from then on.</summary>
    public bool ByLink { get; init; }

    /// <summary>One link was found to carry several titles: entries without an id are known by both from then on.</summary>
    public bool ByTitle { get; init; }

    /// <summary>How often the feed itself asks to be polled.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>When the feed says that it publishes.</summary>
    public PublishingTimes Times { get; init; } = PublishingTimes.Any;

    /// <summary>How often it was seen to bring something new.</summary>
    public ChangeRate Rate { get; init; } = ChangeRate.Unknown;

    /// <summary>Where it is configured, with the port; null for a file feed.</summary>
    public string? Host { get; init; }

    /// <summary>Whether other feeds that are polled are configured at its host.</summary>
    public bool SharesHost { get; init; }

    /// <summary>By what it is known.</summary>
    public FeedIdentity Identity { get; init; } = new(null, null, null);

    /// <summary>Since when somebody else seems to speak at its address: what comes is kept apart.</summary>
    public DateTimeOffset? IdentityChangedAt { get; init; }

    /// <summary>Items that are kept apart.</summary>
    public long Quarantined { get; init; }

    /// <summary>Answers of "gone" in a row, counted once a day.</summary>
    public int GoneCount { get; init; }

    public DateTimeOffset? GoneCountedAt { get; init; }

    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Where the feed says that it has moved for good, not believed yet.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Since when it says so.</summary>
    public DateTimeOffset? MovedSaidAt { get; init; }

    /// <summary>The first reading there that proved it the same feed.</summary>
    public DateTimeOffset? MovedAt { get; init; }

    /// <summary>Asked instead of the configured address, since the feed has moved there.</summary>
    public string? Address { get; init; }

    /// <summary>Null when it could be reached the last time, or nobody tried.</summary>
    public Reach? Reach { get; init; }

    public long Items { get; init; }

    /// <summary>Whether its address has answered "not found" or "forbidden" for so long that somebody has to look after it.</summary>
    public bool IsMissing(DateTimeOffset now) => now - MissingSince >= MissingFor;
}
