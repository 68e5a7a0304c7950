using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>Small boxes among the paragraphs of a story that their build gives away, whatever they are called: cards of other stories (a heading that
/// is a link, with a line or two below it) and invitations (a few words around a button or a field).</summary>
internal static class StoryBoxes
{
    private const int MaxWeight = 500;
    private const double MaxShare = 0.25;

    public static void Cut(List<Block> blocks)
    {
        var total = blocks.Sum(b => b.Weight);
        var weights = new Dictionary<HtmlNode, int>();
        var seen = new HashSet<HtmlNode>();
        foreach (var block in blocks)
        {
            if (BoxOf(block) is { } box && (IsLinkedHeading(block) || (seen.Add(box) && HasControl(box, block))))
            {
                weights[box] = 0;
            }
        }

        foreach (var block in blocks)
        {
            foreach (var box in Around(block).Where(weights.ContainsKey))
            {
                weights[box] += block.Weight;
            }
        }

        blocks.RemoveAll(b => Around(b).Any(n => weights.TryGetValue(n, out var weight) && weight <= MaxWeight && weight <= MaxShare * total));
    }

    private static IEnumerable<HtmlNode> Around(Block block) => block.Node.Ancestors().Prepend(block.Node);

    private static HtmlNode? BoxOf(Block block) => Around(block).FirstOrDefault(n => n.Tag is "div" or "section" or "aside" or "li" or "article");

    private static bool IsLinkedHeading(Block block) => block.IsHeading && block.Node.Tag != "h1" && block.LinkShare > 0.85;

    // A button beside the words of a paragraph explains or shares them: a box has paragraphs or a heading of its own.
    private static bool HasControl(HtmlNode box, Block block) => block.Node != box && box.TextLength <= MaxWeight
        && box.Descendants().Any(n => n.Tag is "button" or "input" or "select" && !n.Ancestors().TakeWhile(a => a != box).Any(a => a.Tag == "p"));
}
