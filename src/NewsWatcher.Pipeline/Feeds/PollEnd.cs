using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>What decides when a feed is polled again.</summary>
public sealed record PollEnd
{
    public required string FeedId { get; init; }

    public required OutcomeClass Outcome { get; init; }

    /// <summary>Failures in a row, this one included; 0 after a success.</summary>
    public int Errors { get; init; }

    /// <summary>What a person configured; null for the default interval, which alone bends to what the publisher says.</summary>
    public TimeSpan? Every { get; init; }

    public TimeSpan? Ttl { get; init; }

    public TimeSpan? FreshFor { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public ScheduleBounds Bounds { get; init; } = ScheduleBounds.Standard;
}
