namespace NewsWatcher.Feeds;

/// <summary>A feed as a list of subscriptions names it.</summary>
/// <param name="Tags">The folders around it from the outside in, then its categories; of all places where it stands.</param>
public sealed record OpmlOutline(Uri Url, string Title, IReadOnlyList<string> Tags)
{
    /// <summary>BCP 47 primary subtag; null when the list does not say.</summary>
    public string? Language { get; init; }
}
