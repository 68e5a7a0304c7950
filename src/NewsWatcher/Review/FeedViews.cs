using System.Globalization;
using NewsWatcher.Fetching;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Review;

/// <summary>How a feed is, worst first.</summary>
public enum FeedCondition
{
    Failing,
    Waiting,
    Fine,
    Stopped,
}

/// <param name="Feeds">The newest failures first, then by name.</param>
public sealed record FeedListView(IReadOnlyList<StoredFeed> Feeds)
{
    // "Desk 2" before "Desk 10".
    private static readonly StringComparer Names = CultureInfo.InvariantCulture.CompareInfo.GetStringComparer(CompareOptions.IgnoreCase | CompareOptions.NumericOrdering);

    public static FeedListView Of(IEnumerable<StoredFeed> feeds) => new([.. feeds
        .OrderBy(ConditionOf)
        .ThenByDescending(f => ConditionOf(f) == FeedCondition.Failing ? f.LastAttemptAt : null)
        .ThenBy(f => f.Feed.Name, Names)]);

    /// <summary>Why a feed is not polled at all; null for one that is.</summary>
    public static string? WhyStopped(StoredFeed feed) => feed switch
    {
        { Active: false } => "never: no longer configured",
        { MutedAt: not null } => "never: muted",
        { GoneAt: not null } => "never: gone",
        _ => null,
    };

    public static FeedCondition ConditionOf(StoredFeed feed) => feed switch
    {
        { Active: false } or { MutedAt: not null } => FeedCondition.Stopped,
        { GoneAt: not null } or { IdentityChangedAt: not null } => FeedCondition.Failing,
        { Outcome: null or OutcomeClass.RateLimited } => FeedCondition.Waiting,
        { Errors: > 0 } => FeedCondition.Failing,
        _ => FeedCondition.Fine,
    };

    /// <summary>"24 feeds: 20 fine, 3 failing, 1 waiting".</summary>
    public static string Health(IReadOnlyList<StoredFeed> feeds)
    {
        var words = feeds.CountBy(ConditionOf).OrderBy(c => c.Key == FeedCondition.Fine ? -1 : (int)c.Key)
            .Select(c => $"{c.Value} {Word(c.Key)}");
        return $"{Wording.Count(feeds.Count, "feed")}: {string.Join(", ", words)}";
    }

    public static string Word(FeedCondition condition) => condition switch
    {
        FeedCondition.Failing => "failing",
        FeedCondition.Waiting => "waiting",
        FeedCondition.Fine => "fine",
        _ => "not polled",
    };
}

public sealed record FeedView(StoredFeed Feed, IReadOnlyList<PollRow> Polls);
