namespace NewsWatcher.Articles;

/// <summary>Tells a page that stands in the way of a story from the story.</summary>
internal static class PageWall
{
    private const int MaxWallText = 1_500;
    private const int MaxTitle = 80;
    private const int FewCharacters = 100;

    /// <summary>Why there is no story to read; null when there is one.</summary>
    public static string? Reason(string title, string story, string pageText)
    {
        var foldedTitle = FoldedText.Of(title);
        var folded = FoldedText.Of(pageText.Length > 6000 ? pageText[..6000] : pageText);
        if (story.Length < MaxWallText)
        {
            if (PageWords.Set("bot-check-titles").Contains(foldedTitle) || (story.Length < MaxWallText / 3 && PageWords.ContainsAny("bot-check", folded)))
            {
                return "The page is a check for robots.";
            }

            if (foldedTitle.Length < MaxTitle && PageWords.StartsWithAny("error-titles", foldedTitle))
            {
                return $"The page is an error page: {title}.";
            }

            // Nearly every page has a cookie banner; it is a wall only when it is all there is.
            if (PageWords.ContainsAny("consent", FoldedText.Of(story)) || (story.Length < FewCharacters && PageWords.ContainsAny("consent", folded)))
            {
                return "The page asks for consent to cookies before it shows the story.";
            }
        }

        return story.Length == 0 ? "The page holds no story text." : null;
    }
}
