using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>One paragraph, heading, list item or line of a page.</summary>
internal sealed class Block(string text, HtmlNode node, int linkLength)
{
    public string Text { get; } = text;

    /// <summary>The element that holds the line.</summary>
    public HtmlNode Node { get; } = node;

    public string Folded => field ??= FoldedText.Of(Text);

    public string Letters => field ??= FoldedText.Letters(Text);

    public double LinkShare { get; } = text.Length == 0 ? 0 : Math.Min(1, linkLength / (double)text.Count(c => !char.IsWhiteSpace(c)));

    public bool IsHeading => Node.Tag is ['h', >= '1' and <= '6'];

    public bool IsListItem => Node.Tag == "li" || Node.Ancestors().Take(3).Any(a => a.Tag == "li");

    /// <summary>Characters, with those of dense scripts counted double: a Japanese sentence is half as long as an English one.</summary>
    public int Weight { get; } = text.Length + text.Count(c => c >= '\u2E80');

    public bool EndsAsSentence => Text.TrimEnd('"', '\u201D', '\u2019', '\'', ')', '»', '“', '」', '』', '）', ']', ' ') is [.., '.' or '!' or '?' or '。' or '！' or '？' or '…' or ':' or '।' or '؟' or '։'];

    /// <summary>Reads like a paragraph of prose rather than like a label.</summary>
    public bool IsProse => LinkShare < 0.5 && (Weight >= 140 || (Weight >= 50 && EndsAsSentence));
}
