namespace NewsWatcher.Watching;

/// <summary>The next time of a Quartz cron expression; null when it has none or cannot be read.</summary>
/// <param name="timeZone">IANA; UTC when null.</param>
public delegate DateTimeOffset? NextByCron(string cron, string? timeZone, DateTimeOffset after);
