namespace NewsWatcher.Articles;

/// <summary>What a page turned out to be.</summary>
public abstract record ArticleRead
{
    private ArticleRead()
    {
    }

    public sealed record Readable(Article Article) : ArticleRead;

    /// <summary>A consent wall, a bot check, an error page, no text: with one readable sentence.</summary>
    public sealed record Unreadable(string Reason) : ArticleRead;
}
