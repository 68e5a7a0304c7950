using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Finds the part of a page that holds the story: goes down from the body as long as one child holds nearly all of the prose.</summary>
internal sealed class StoryRoot
{
    private const double NearlyAll = 0.8;
    private const double ClutterShare = 0.35;
    private const double WithoutHeadlineShare = 0.7;

    private readonly HtmlPage _page;
    private readonly bool _lenient;
    private readonly HtmlNode? _headline;
    private readonly int[] _prose;
    private readonly Dictionary<int, bool> _skipped = [];

    private StoryRoot(HtmlPage page, bool lenient)
    {
        _page = page;
        _lenient = lenient;
        _headline = page.Elements("h1").FirstOrDefault(h => h.TextLength > 0);
        _prose = new int[page.All.Count];
        _prose = Tally(BlockReader.Read(page.Body, IsFurniture));
        _prose = Tally(BlockReader.Read(page.Body, Skips));
    }

    /// <summary>The lines of the story with some clutter still in; <paramref name="lenient"/> trusts hidden and oddly named parts too.</summary>
    public static List<Block> Read(HtmlPage page, bool lenient)
    {
        var finder = new StoryRoot(page, lenient);
        return BlockReader.Read(finder.Find(), finder.Skips);
    }

    private int[] Tally(List<Block> blocks)
    {
        var prose = new int[_page.All.Count];
        foreach (var block in blocks.Where(b => b.IsProse && !b.IsHeading))
        {
            for (var node = block.Node; node is not null; node = node.Parent)
            {
                prose[node.Order] += block.Weight;
            }
        }

        return prose;
    }

    private HtmlNode Find()
    {
        var node = _page.Body;
        while (true)
        {
            var prose = Prose(node);
            var best = node.Children.Where(c => !c.IsText && !Skips(c)).MaxBy(Prose);
            if (best is null || Prose(best) == 0 || (NodeNames.IsStoryBody(node) && (Prose(best) < 0.95 * prose || best.TextLength < 0.7 * node.TextLength)))
            {
                return node;
            }

            var share = (double)Prose(best) / Math.Max(1, node.Children.Where(c => !c.IsText && !Skips(c)).Sum(Prose));
            if (share >= NearlyAll && best.Tag is not ("p" or "ul" or "ol" or "blockquote"))
            {
                node = best;
                continue;
            }

            if (BodyWithin(node, prose) is { } body)
            {
                return body;
            }

            return FirstStory(node) is { } story ? story : node;
        }
    }

    /// <summary>A part that calls itself the story's body and holds most of the prose here; null also when the body comes in several such parts.</summary>
    private HtmlNode? BodyWithin(HtmlNode node, int prose)
    {
        var bodies = node.Descendants().Where(n => !n.IsText && n != node && Prose(n) > 0 && NodeNames.IsStoryBody(n)).ToList();
        var largest = bodies.MaxBy(Prose);
        var apart = bodies.Where(b => largest is not null && !b.IsWithin(largest) && !largest.IsWithin(b)).Sum(Prose);
        return largest is not null && Prose(largest) >= 0.5 * prose && apart < 0.2 * Prose(largest) ? largest : null;
    }

    /// <summary>Of several articles on one page, the first that is more than a teaser.</summary>
    private HtmlNode? FirstStory(HtmlNode node)
    {
        if (node.Ancestors().Prepend(node).Any(a => a.Tag == "article"))
        {
            return null;
        }

        var stories = node.Descendants().Where(n => n.Tag == "article" && !Skips(n) && Prose(n) > 0).Take(50).ToList();
        if (stories.Find(s => _headline is not null && _headline.IsWithin(s) && Prose(s) > 100) is { } headed)
        {
            return headed;
        }

        var largest = stories.Count == 0 ? 0 : stories.Max(Prose);
        return largest >= 0.3 * Prose(node) ? stories.Find(s => Prose(s) >= 0.5 * largest) : null;
    }

    private int Prose(HtmlNode node) => _prose[node.Order];

    private bool Skips(HtmlNode node)
    {
        if (!_skipped.TryGetValue(node.Order, out var skips))
        {
            skips = IsFurniture(node) || (!_lenient && IsClutter(node));
            _skipped[node.Order] = skips;
        }

        return skips;
    }

    private bool IsFurniture(HtmlNode node) => node.Tag switch
    {
        "nav" or "menu" or "dialog" or "button" or "input" or "label" or "figcaption" or "legend" => true,
        "form" => node.TextLength < 0.5 * _page.Body.TextLength,
        "footer" or "aside" or "figure" => !HoldsStory(node),
        _ => (!_lenient && NodeNames.IsHidden(node)) || node["role"] is "navigation" or "complementary" or "banner" or "contentinfo" or "dialog" or "alertdialog" or "search" or "menu" or "tooltip",
    };

    // While prose is tallied nothing is known of shares yet; the length of text says enough then.
    private bool HoldsStory(HtmlNode node) => node.TextLength > 0.5 * _page.Body.TextLength && node.LinkShare < 0.5;

    /// <summary>A name alone condemns no part that holds the headline, or most of what there is to read.</summary>
    private bool IsClutter(HtmlNode node)
    {
        if (node.Tag is "html" or "body" or "main" or "h1" || !NodeNames.IsClutter(node))
        {
            return false;
        }

        var (prose, total) = (Prose(node), Prose(_page.Body));
        var holdsHeadline = _headline is not null && _headline.IsWithin(node);
        return prose <= (holdsHeadline ? ClutterShare : WithoutHeadlineShare) * total;
    }
}
