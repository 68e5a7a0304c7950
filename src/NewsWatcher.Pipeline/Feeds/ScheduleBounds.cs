namespace NewsWatcher.Feeds;

/// <summary>Between which intervals feeds are polled, and how often when nobody says.</summary>
public sealed record ScheduleBounds(TimeSpan Default, TimeSpan Shortest, TimeSpan Longest)
{
    public static ScheduleBounds Standard { get; } = new(FeedSchedule.Default, FeedSchedule.Shortest, FeedSchedule.Longest);
}
