using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>What decides when a feed is polled again.</summary>
public sealed record PollEnd
{
    public required string FeedId { get; init; }

    public required OutcomeClass Outcome { get; init; }

    /// <summary>Failures in a row, this one included; 0 after a success.</summary>
    public int Errors { get; init; }

    /// <summary>Answers in a row that asked us to wait, this one included.</summary>
    public int Limits { get; init; }

    /// <summary>What a person configured; null for an interval that follows the feed and bends to what the publisher says.</summary>
    public TimeSpan? Every { get; init; }

    public ChangeRate Rate { get; init; } = ChangeRate.Unknown;

    public TimeSpan? Ttl { get; init; }

    public TimeSpan? FreshFor { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public PublishingTimes Times { get; init; } = PublishingTimes.Any;

    /// <summary>Whether the feed's host serves other feeds that are polled.</summary>
    public bool SharesHost { get; init; }

    public ScheduleBounds Bounds { get; init; } = ScheduleBounds.Standard;
}
