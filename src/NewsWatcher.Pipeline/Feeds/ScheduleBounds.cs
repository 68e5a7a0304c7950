namespace NewsWatcher.Feeds;

/// <summary>Between which intervals feeds are polled, and how often when nobody says.</summary>
public sealed record ScheduleBounds(TimeSpan Default, TimeSpan Shortest, TimeSpan Longest)
{
    public static ScheduleBounds Standard { get; } = new(FeedSchedule.Default, FeedSchedule.Shortest, FeedSchedule.Longest);

    /// <summary>Shortest interval of a feed whose host serves others as well, and for which nobody configured one.</summary>
    public TimeSpan ShortestOfSharedHost { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>How much later than its due time a poll may begin: the distance of two ticks.</summary>
    public TimeSpan Lateness { get; init; } = TimeSpan.FromSeconds(30);
}
