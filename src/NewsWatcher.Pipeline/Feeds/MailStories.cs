using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Finds the stories that a newsletter links, by how it is built: what leads somewhere under a headline of its own.</summary>
internal sealed class MailStories
{
    private const int MaxLinks = 2_000;
    private const int MaxSummary = 2_000;
    private const int ShortestSummary = 20;

    private readonly List<(HtmlNode Node, string Text, string? Identity)> _links;
    private readonly int[] _runEnds;
    private readonly IReadOnlyList<HtmlNode> _headings;
    private readonly int _footer;

    private MailStories(HtmlPage page, string unsubscribe)
    {
        var links = page.Elements("a").Where(a => a["href"] is { Length: > 0 }).Take(MaxLinks).Select(a => (Node: a, Text: HtmlText.Beginning(a, EntryReader.MaxTitle), Address: a["href"]?.Trim() ?? "")).ToList();
        var leaving = links.Where(l => MailWords.IsAboutLeaving(l.Text, l.Address) || IsNamed(unsubscribe, l.Address)).Select(l => l.Node.Order).ToHashSet();
        // A link to leave stands above the stories at times, and below them always.
        _footer = leaving.Where(o => o > page.All.Count / 2).DefaultIfEmpty(int.MaxValue).Min();
        _links = [.. links.Select(l => (l.Node, l.Text, leaving.Contains(l.Node.Order) || l.Node.Order >= _footer || MailWords.IsFrame(l.Text) ? null : CanonicalUrl.Identity(CanonicalUrl.Of(l.Address)?.AbsoluteUri)))];
        _headings = [.. page.All.Where(n => IsHeading(n) && MailWords.IsTelling(HtmlText.Beginning(n, EntryReader.MaxTitle)))];
        _runEnds = new int[_links.Count];
        for (var i = _links.Count - 1; i >= 0; i--)
        {
            var goesOn = i + 1 < _links.Count && _links[i].Identity is { } own && string.Equals(own, _links[i + 1].Identity, StringComparison.Ordinal);
            _runEnds[i] = goesOn ? _runEnds[i + 1] : i + 1;
        }
    }

    /// <summary>Title, link and summary alone; in the order of the mail.</summary>
    public static IReadOnlyList<Entry> Of(string html, string unsubscribe) => new MailStories(HtmlPage.Parse(html), unsubscribe).Read();

    private List<Entry> Read()
    {
        var stories = new List<Entry>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < _links.Count; i = _runEnds[i])
        {
            if (_links[i].Identity is { } identity && !known.Contains(identity) && Story(i) is { } story)
            {
                known.Add(identity);
                stories.Add(story);
            }
        }

        return stories;
    }

    // A picture, a headline and "Read more" that lead to one page follow each other.
    private Entry? Story(int first)
    {
        var run = _links[first.._runEnds[first]];
        var told = run.MaxBy(l => MailWords.IsTelling(l.Text) ? l.Text.Length : -1);
        var block = Block(first);
        var isHeadline = MailWords.IsTelling(told.Text) && !IsInPassing(told.Node, told.Text);
        var heading = isHeadline ? null : Heading(block) ?? Above(first);
        var title = isHeadline ? told.Text : heading is not null ? HtmlText.Beginning(heading, EntryReader.MaxTitle) : Picture(run.Select(l => l.Node));
        if (title.Length == 0)
        {
            return null;
        }

        var summary = PlainText.Cut(HtmlText.Of(block, n => n.Tag != "a" && n != heading && n.Order < _footer), MaxSummary);
        return new Entry { Title = title, Link = run[0].Node["href"]?.Trim(), Summary = summary.Length < ShortestSummary ? null : PlainText.Escaped(summary) };
    }

    // What a picture shows is the headline only where nothing else is; the one at the top leads home.
    private static string Picture(IEnumerable<HtmlNode> links) => links.Where(a => CanonicalUrl.Of(a["href"]) is { AbsolutePath: not "/" })
        .SelectMany(a => a.Descendants().Where(n => n.Tag == "img")).Select(i => PlainText.Cut(PlainText.Spaced(i["alt"] ?? ""), EntryReader.MaxTitle)).FirstOrDefault(MailWords.IsTelling) ?? "";

    /// <summary>The widest element around the links that holds no other link.</summary>
    private HtmlNode Block(int first)
    {
        var block = _links[first].Node;
        foreach (var around in block.Ancestors())
        {
            if (around.Tag is "body" or "html" || IndexOf(around.Order) < first || IndexOf(around.End) > _runEnds[first])
            {
                break;
            }

            block = around;
        }

        return block;
    }

    private int IndexOf(int order)
    {
        var (low, high) = (0, _links.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = _links[middle].Node.Order < order ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    // A few words in the middle of a passage are a reference of the writer's, not a headline.
    private static bool IsInPassing(HtmlNode link, string text)
    {
        var around = link.Ancestors().FirstOrDefault(a => HtmlText.IsBlock(a.Tag));
        var before = around is null ? -1 : HtmlText.Beginning(around, text.Length + 8).IndexOf(text, StringComparison.Ordinal);
        return around is not null && around.TextLength > 3 * text.Length && (before < 0 || HtmlText.Beginning(around, before).Any(char.IsLetter));
    }

    private static bool IsHeading(HtmlNode node) => node.Tag is "h1" or "h2" or "h3" or "h4";

    // Stories that follow each other without an element around each: the heading is the last one since the link before.
    private HtmlNode? Above(int first) => _headings.LastOrDefault(h => h.Order < _links[first].Node.Order) is { } last && (first == 0 || last.Order > _links[first - 1].Node.Order) ? last : null;

    private static HtmlNode? Heading(HtmlNode block) =>
        block.Descendants().Where(IsHeading).Concat(block.Descendants().Where(n => n.Tag is "strong" or "b"))
            .FirstOrDefault(n => MailWords.IsTelling(HtmlText.Beginning(n, EntryReader.MaxTitle)));

    private static bool IsNamed(string header, string address) => address.Length > 12 && header.Contains(address, StringComparison.Ordinal);
}
