using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Reads the story out of a page as received. Pure: no page reaches the network, no page makes it throw.</summary>
public static class ArticleReader
{
    private const int FewCharacters = 250;

    /// <param name="contentType">The Content-Type header as received; null when unknown.</param>
    /// <param name="url">Where the page came from: resolves links, and may carry a date.</param>
    public static ArticleRead Read(byte[] body, string? contentType, Uri? url)
    {
        var markup = Charsets.Decode(body.AsSpan(0, Math.Min(body.Length, HtmlPage.MaxCharacters)), contentType);
        if (string.IsNullOrWhiteSpace(markup))
        {
            return new ArticleRead.Unreadable("The page is empty.");
        }

        var page = HtmlPage.Parse(markup);
        var data = StructuredData.Read(page);
        var metadata = new PageMetadata(page, data, url);
        var byline = BylineReader.Read(page, data, metadata);
        var (notices, lines) = new NoticeReader(page, metadata, data).Read(Lines(page, data, metadata.Title, byline));
        var text = string.Join("\n\n", lines);
        if (PageWall.Reason(metadata.Title, text, HtmlText.Of(page.Body)) is { } reason)
        {
            return new ArticleRead.Unreadable(reason);
        }

        return new ArticleRead.Readable(Describe(page, data, metadata, url, text) with { Byline = byline, Notices = notices });
    }

    private static Article Describe(HtmlPage page, StructuredData data, PageMetadata metadata, Uri? url, string text)
    {
        var language = LanguageGuess.Of(page, metadata, data, text);
        var american = page.Root["lang"] is { } tag && tag.EndsWith("US", StringComparison.OrdinalIgnoreCase);
        var dates = new PublicationDate(page, data, url?.ToString(), dayFirst: !american);
        return new Article
        {
            Title = metadata.Title,
            Text = text,
            Published = dates.First(),
            Updated = dates.Updated(),
            SiteName = metadata.SiteName,
            CanonicalUrl = metadata.CanonicalUrl,
            Language = language,
            Description = metadata.Description,
        };
    }

    private static List<string> Lines(HtmlPage page, StructuredData data, string title, string? byline)
    {
        var blocks = BodyCleaner.Clean(StoryRoot.Read(page, lenient: false), title, byline);
        if (Length(blocks) < FewCharacters)
        {
            var more = BodyCleaner.Clean(StoryRoot.Read(page, lenient: true), title, byline);
            blocks = Length(more) > 2 * Length(blocks) ? more : blocks;
        }

        var stated = data.StoryText("articleBody");
        if (stated is not null && stated.Length > 3 * Length(blocks))
        {
            return [.. HtmlText.ToPlain(stated.Replace("\n", "<br><br>", StringComparison.Ordinal)).Split("\n\n")];
        }

        return [.. blocks.Select(b => b.Text)];
    }

    private static int Length(List<Block> blocks) => blocks.Sum(b => b.Text.Length);
}
