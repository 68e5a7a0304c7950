namespace NewsWatcher.Feeds;

/// <summary>A feed as a list of subscriptions names it.</summary>
/// <param name="Tags">The folders around it from the outside in, then its categories.</param>
public sealed record OpmlOutline(Uri Url, string Title, IReadOnlyList<string> Tags);
