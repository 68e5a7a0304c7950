using NewsWatcher.Feeds.Discovery;

namespace NewsWatcher.Watching.Discovery;

/// <summary>A feed of a site, as one look at it shows it.</summary>
/// <param name="Url">Where to poll it.</param>
/// <param name="Headlines">The three newest.</param>
/// <param name="IsOfComments">It carries what readers write, not the news.</param>
public sealed record FoundFeed(Uri Url, FeedSign Sign, FeedKind Kind, string? Title, int Entries, Cadence Cadence, string? Language, IReadOnlyList<string> Headlines, bool IsOfComments)
{
    /// <summary>Other addresses that lead to it or show the same entries.</summary>
    public IReadOnlyList<Uri> AlsoAt { get; init; } = [];
}
