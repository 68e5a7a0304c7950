using NewsWatcher.Feeds.Discovery;

namespace NewsWatcher.Watching.Discovery;

/// <summary>An address that was asked, or not asked for a reason, and what came of it in readable words.</summary>
public sealed record TriedAddress(Uri Url, FeedSign Sign, string Result);
