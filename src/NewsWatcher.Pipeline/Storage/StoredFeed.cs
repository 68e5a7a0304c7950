using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>A feed with the state that polling it left behind.</summary>
public sealed record StoredFeed
{
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

    /// <summary>Ids were found to repeat: entries are known by their links from then on.</summary>
    public bool ByLink { get; init; }

    /// <summary>One link was found to carry several titles: entries without an id are known by both from then on.</summary>
    public bool ByTitle { get; init; }

    /// <summary>How often the feed itself asks to be polled.</summary>
    public TimeSpan? Ttl { get; init; }

    /// <summary>Answers of "gone" in a row, counted once a day.</summary>
    public int GoneCount { get; init; }

    public DateTimeOffset? GoneCountedAt { get; init; }

    public DateTimeOffset? GoneAt { get; init; }

    /// <summary>Where the feed says that it has moved for good, not believed yet.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Asked instead of the configured address, since the feed has moved there.</summary>
    public string? Address { get; init; }

    public long Items { get; init; }
}
