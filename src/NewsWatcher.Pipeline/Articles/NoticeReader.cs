using System.Text.Json;
using NewsWatcher.Feeds;
using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>What a page says of itself: made by a machine, behind a wall, live, corrected.</summary>
internal sealed class NoticeReader(HtmlPage page, PageMetadata metadata, StructuredData data)
{
    private const int MaxLine = 700;
    private const int MaxLabel = 60;
    private const int MaxCaption = 200;

    private readonly List<Notice> _notices = [];

    /// <summary>The notices, and the lines of the story without them.</summary>
    public (IReadOnlyList<Notice> Notices, List<string> Lines) Read(IReadOnlyList<string> story)
    {
        var lines = new List<string>(story.Count);
        foreach (var line in story)
        {
            if (Without(line) is { Length: > 0 } rest)
            {
                lines.Add(rest);
            }
        }

        FromPage();
        FromMarkup();
        FromStatements();
        return ([.. _notices.DistinctBy(n => n.Kind == NoticeKind.Correction ? (n.Kind, n.Text) : (n.Kind, ""))], lines);
    }

    /// <summary>A line without the sentences that are notices.</summary>
    private string Without(string line)
    {
        if (line.Length > MaxLine || Kind(line) is not { } kind)
        {
            return line;
        }

        var (kept, own) = (new List<string>(), new List<string>());
        foreach (var sentence in Sentences(line))
        {
            var belongs = Kind(sentence) == kind || (own.Count > 0 && PageWords.ContainsAny("ai-follow", FoldedText.Of(sentence)));
            (belongs ? own : kept).Add(sentence);
        }

        // A correction is told in several sentences; a phrase that spans sentences takes the line with it.
        var whole = kind == NoticeKind.Correction || own.Count == 0;
        Add(kind, whole ? line : string.Join(' ', own));
        return whole ? "" : string.Join(' ', kept);
    }

    private void Add(NoticeKind kind, string text)
    {
        if (!_notices.Exists(n => n.Kind == kind && n.Text.Contains(text, StringComparison.Ordinal)))
        {
            _notices.RemoveAll(n => n.Kind == kind && text.Contains(n.Text, StringComparison.Ordinal));
            _notices.Add(new(kind, text));
        }
    }

    private static NoticeKind? Kind(string line)
    {
        var folded = FoldedText.Of(line);
        var label = folded.Trim(' ', '.', ':', '*', '(', ')', '[', ']', '【', '】', '!', '。');
        if (label.Length <= MaxLabel && LabelKind(label) is { } kind)
        {
            return kind;
        }

        if (PageWords.StartsWithAny("correction", folded))
        {
            return NoticeKind.Correction;
        }

        if (CuePattern.AnyMatches("not-ai", folded))
        {
            return null;
        }

        return folded.Length <= MaxCaption && CuePattern.AnyMatches("ai-image", folded) ? NoticeKind.AiImage
            : CuePattern.AnyMatches("ai-assisted", folded) ? NoticeKind.AiAssisted
            : CuePattern.AnyMatches("ai-generated", folded) ? NoticeKind.AiGenerated
            : null;
    }

    private static NoticeKind? LabelKind(string label) =>
        PageWords.Set("ai-generated-labels").Contains(label) ? NoticeKind.AiGenerated
        : PageWords.Set("ai-assisted-labels").Contains(label) ? NoticeKind.AiAssisted
        : PageWords.Set("ai-image-labels").Contains(label) ? NoticeKind.AiImage
        : null;

    /// <summary>Lines outside the story: badges under the headline, footers, captions. Other stories' teasers are left alone.</summary>
    private void FromPage()
    {
        foreach (var block in BlockReader.Read(page.Body, n => n.Tag is "nav" || n.NameWords.Any(PageWords.Set("elsewhere-words").Contains) && n.Tag is not ("body" or "html")))
        {
            if (block.Text.Length <= MaxLine && Kind(block.Text) is { } kind and not NoticeKind.Correction)
            {
                var isCaption = block.Node.Tag == "figcaption" || block.Node.Ancestors().Take(3).Any(a => a.Tag is "figure" or "figcaption");
                Add(isCaption ? NoticeKind.AiImage : kind, block.Text);
            }
            else if (block.Weight < 300 && block.LinkShare < 0.9 && PageWords.ContainsAny("paywall", block.Folded))
            {
                Add(NoticeKind.Paywalled, block.Text);
            }
        }
    }

    private void FromMarkup()
    {
        foreach (var node in page.All.Where(n => n.Attributes.Count > 0))
        {
            var marked = node.Attributes.FirstOrDefault(a => a.Key is "data-ai-generated" or "data-ai" or "data-generated-by-ai" && a.Value is not ("false" or "0" or "no"));
            var generated = marked.Key is not null || NodeNames.HasPair(node.NameWords, "ai-pairs");
            if (generated || NodeNames.HasPair(node.NameWords, "ai-label-pairs"))
            {
                var kind = node.Tag is "img" or "figure" or "picture" ? NoticeKind.AiImage : generated ? NoticeKind.AiGenerated : NoticeKind.AiAssisted;
                Add(kind, node.TextLength is > 0 and < 300 ? HtmlText.Of(node) : "marked in the page's markup");
            }
        }
    }

    private void FromStatements()
    {
        if (metadata.Meta("ai-generated", "ai_generated", "generated-by-ai", "ai-content") is { } stated && stated is not ("false" or "0" or "no"))
        {
            Add(NoticeKind.AiGenerated, "marked in the page's head");
        }

        foreach (var value in data.Objects)
        {
            if (StructuredData.Text(value, "digitalSourceType") is { } source && source.Contains("lgorithmicMedia", StringComparison.Ordinal))
            {
                Add(StructuredData.HasType(value, "ImageObject") ? NoticeKind.AiImage : NoticeKind.AiGenerated, source);
            }
        }

        if (data.Story is { } story && JsonValues.Member(story, "isAccessibleForFree") is { } free
            && (free.ValueKind == JsonValueKind.False || string.Equals(JsonValues.Text(free), "false", StringComparison.OrdinalIgnoreCase)))
        {
            Add(NoticeKind.Paywalled, "isAccessibleForFree: false");
        }

        if (data.Objects.Any(o => StructuredData.HasType(o, "LiveBlogPosting")))
        {
            Add(NoticeKind.LiveBlog, "LiveBlogPosting");
        }
    }

    private static IEnumerable<string> Sentences(string line)
    {
        var start = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] is '。' or '！' or '？' || (line[i] is '.' or '!' or '?' && (i + 1 == line.Length || line[i + 1] == ' ')) || i + 1 == line.Length)
            {
                yield return line[start..(i + 1)].Trim();
                start = i + 1;
            }
        }
    }
}
