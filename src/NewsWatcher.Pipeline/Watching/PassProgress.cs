namespace NewsWatcher.Watching;

/// <summary>How far a pass has got.</summary>
public sealed record PassProgress(int FeedsDone, int Feeds, int ArticlesDone);
