namespace NewsWatcher.Feeds;

/// <summary>What the feeds of a configuration are held to.</summary>
/// <param name="Roots">Folders beside the configuration's own that file feeds and their pages may lie below.</param>
/// <param name="CronFault">Why a cron expression cannot be used; null when it can.</param>
public sealed record FeedRules(IReadOnlyList<string> Roots, Func<string, string?> CronFault);
