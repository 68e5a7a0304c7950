namespace NewsWatcher.Articles;

/// <summary>Something that a page says of itself.</summary>
public sealed record Notice(NoticeKind Kind, string Text);
