using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>How polling one feed ended.</summary>
/// <param name="Reason">Of a failure, or what is odd about a success; null when there is nothing to say.</param>
public sealed record FeedReport(Feed Feed, OutcomeClass Outcome, string? Reason, PollTally Tally)
{
    public bool IsFine => Outcome is OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved;

    /// <summary>Until when its server asked us to wait.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>False for a feed that was left alone for the sake of its host.</summary>
    public bool WasAsked { get; init; } = true;
}
