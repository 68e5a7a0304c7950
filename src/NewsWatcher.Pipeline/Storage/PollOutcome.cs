using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>How a poll ended and what it brought: what one transaction writes down.</summary>
public sealed record PollOutcome
{
    public required long FeedId { get; init; }

    public required long PollId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required OutcomeClass Outcome { get; init; }

    public string? Reason { get; init; }

    public int? Status { get; init; }

    public long Bytes { get; init; }

    public required DateTimeOffset NextPollAt { get; init; }

    /// <summary>Failures in a row, this one included.</summary>
    public int Errors { get; init; }

    /// <summary>Answers in a row that asked us to wait, this one included.</summary>
    public int Limits { get; init; }

    public DateTimeOffset? NotBeforeAt { get; init; }

    public DateTimeOffset? MissingSince { get; init; }

    public ChangeRate Rate { get; init; } = ChangeRate.Unknown;

    public bool IsGone { get; init; }

    /// <summary>Answers of "gone" in a row, counted once a day; 0 after any other answer.</summary>
    public int GoneCount { get; init; }

    public DateTimeOffset? GoneCountedAt { get; init; }

    /// <summary>Of a body that was received whole and said nothing new; null otherwise.</summary>
    public Validators? Validators { get; init; }

    /// <summary>Where every hop of a redirect said that the feed has moved for good.</summary>
    public string? MovedTo { get; init; }

    /// <summary>Null unless a body was read to its end.</summary>
    public PolledBody? Body { get; init; }
}
