using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>A feed that was asked, and its answer, before anything of it is kept.</summary>
/// <param name="WasFull">Whether it was asked for everything, without validators.</param>
public sealed record AskedFeed(StoredFeed Feed, long PollId, bool WasFull, FeedPoll Answer)
{
    /// <summary>Whether it told, when asked for what is new, that nothing is.</summary>
    public bool IsUnchanged => !WasFull && Answer is FeedPoll.Unchanged;

    public bool IsUnreachable => Answer is FeedPoll.Failed { IsUnreachable: true };
}
