namespace NewsWatcher.Fetching;

/// <summary>Whether robots.txt lets a page be read.</summary>
public abstract record RobotsAnswer
{
    private RobotsAnswer()
    {
    }

    public sealed record Allowed : RobotsAnswer;

    public sealed record Refused(string Reason) : RobotsAnswer;

    /// <summary>robots.txt could not be had, which means "not now" (RFC 9309, 2.3.1.4).</summary>
    public sealed record Unknown(string Reason, TimeSpan? RetryAfter) : RobotsAnswer;
}
