namespace NewsWatcher.Html;

/// <summary>A CSS selector that finds its elements in time linear to the page, whatever it is made of.</summary>
/// <remarks>Every part of the selector marks all the elements it stands for at once. Matching element by element, as browsers do, goes back and forth
/// over ancestors and siblings, and a selector of a few stars takes minutes on a deep page.</remarks>
public sealed class PageSelector
{
    public const int MaxCharacters = 500;

    private readonly SelectorPart _part;

    internal PageSelector(string text, SelectorPart part) => (Text, _part) = (text, part);

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Null when the text is no selector that can be used; <paramref name="fault"/> then says why.</summary>
    public static PageSelector? Parse(string text, out string? fault) => SelectorParser.Parse(text, out fault);

    /// <summary>The elements of a page that the selector stands for, in document order.</summary>
    public IReadOnlyList<HtmlNode> Find(HtmlPage page)
    {
        var marked = _part.Mark(page);
        return [.. page.All.Where(n => marked[n.Order])];
    }
}
