using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>What the feeds of a configuration are held to.</summary>
/// <param name="Roots">Folders beside the configuration's own that file feeds and their pages may lie below.</param>
/// <param name="CronFault">Why a cron expression cannot be used; null when it can.</param>
public sealed record FeedRules(IReadOnlyList<string> Roots, Func<string, string?> CronFault)
{
    /// <summary>The news searches that deals may use.</summary>
    public IReadOnlyList<SearchAddress> Searches { get; init; } = [];

    /// <summary>Whether feeds of a configuration folder may lie there. Links count as where they lead to: a feed is nobody's way to the other files of the machine.</summary>
    public bool Allows(string path, string folder) =>
        Roots.Select(root => Path.GetFullPath(root, folder)).Prepend(folder).Any(root => LocalFile.IsInside(root, Path.TrimEndingDirectorySeparator(path)));
}
