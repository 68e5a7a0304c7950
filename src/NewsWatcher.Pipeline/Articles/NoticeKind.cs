namespace NewsWatcher.Articles;

/// <summary><see cref="AiImage"/> is the weaker flag: only a picture was made by a machine.</summary>
public enum NoticeKind
{
    AiGenerated,
    AiAssisted,
    AiImage,
    Paywalled,
    LiveBlog,
    Correction,
}
