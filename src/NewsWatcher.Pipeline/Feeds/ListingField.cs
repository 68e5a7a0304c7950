using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>What one selector found on a whole page, asked for item by item.</summary>
internal sealed class ListingField(IReadOnlyList<HtmlNode> found)
{
    /// <summary>Those within a node, the node itself included, in document order.</summary>
    public IEnumerable<HtmlNode> Within(HtmlNode node)
    {
        for (var i = FirstFrom(node.Order); i < found.Count && found[i].Order < node.End; i++)
        {
            yield return found[i];
        }
    }

    private int FirstFrom(int order)
    {
        var (low, high) = (0, found.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = found[middle].Order < order ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
