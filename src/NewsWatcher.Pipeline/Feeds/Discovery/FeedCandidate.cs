namespace NewsWatcher.Feeds.Discovery;

/// <summary>An address where a feed may be.</summary>
/// <param name="Title">What the page calls it, if it does.</param>
public sealed record FeedCandidate(Uri Url, FeedSign Sign, string? Title)
{
    /// <summary>Nobody named it: whoever asks there asks as a crawler does.</summary>
    public bool IsGuess => Sign is FeedSign.PageLink or FeedSign.Robots or FeedSign.CommonPlace;
}
