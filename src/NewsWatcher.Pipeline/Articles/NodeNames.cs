using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>What the class and id of an element hint at. Authors choose them freely, so every user of a hint looks at the text as well.</summary>
internal static class NodeNames
{
    public static bool IsClutter(HtmlNode node)
    {
        var words = node.NameWords;
        return words.Count > 0 && (words.Any(PageWords.Set("clutter-words").Contains) || HasPair(words, "clutter-pairs"));
    }

    public static bool IsStoryBody(HtmlNode node) =>
        node["itemprop"] is { } prop && prop.Contains("articleBody", StringComparison.OrdinalIgnoreCase) || HasPair(node.NameWords, "body-pairs");

    public static bool IsHidden(HtmlNode node)
    {
        if (node["hidden"] is not null || string.Equals(node["aria-hidden"], "true", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        return node["style"] is { } style && style.Replace(" ", "", StringComparison.Ordinal) is var plain
            && (plain.Contains("display:none", StringComparison.OrdinalIgnoreCase) || plain.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase));
    }

    public static bool HasPair(IReadOnlyList<string> words, string section)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (PageWords.Set(section).Contains(words[i] + " " + words[i + 1]))
            {
                return true;
            }
        }

        return false;
    }
}
