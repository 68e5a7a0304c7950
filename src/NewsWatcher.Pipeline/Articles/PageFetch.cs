namespace NewsWatcher.Articles;

/// <summary>How asking for an article's page ended.</summary>
public abstract record PageFetch
{
    private PageFetch()
    {
    }

    public sealed record Received(Uri Url, byte[] Body, string? ContentType) : PageFetch;

    /// <summary>Not to be had, and asking again soon would not help: refused by robots.txt, 404, blocked address, too large.</summary>
    public sealed record Refused(string Reason) : PageFetch;

    /// <param name="RetryAfter">What the server asked for; null leaves it to the caller.</param>
    public sealed record Later(string Reason, TimeSpan? RetryAfter) : PageFetch;
}
