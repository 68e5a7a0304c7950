namespace NewsWatcher.Watching.Discovery;

/// <summary>What was found at a site, the best first, and all that was tried.</summary>
/// <param name="Left">Named addresses that nobody asked, since there were too many.</param>
public sealed record SiteFeeds(Uri Asked, IReadOnlyList<FoundFeed> Feeds, IReadOnlyList<TriedAddress> Tried, IReadOnlyList<Uri> Left);
