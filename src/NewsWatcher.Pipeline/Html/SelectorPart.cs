using System.Collections;
using NewsWatcher.Configuration;

namespace NewsWatcher.Html;

/// <summary>A part of a selector: marks every element of a page that it stands for, by <see cref="HtmlNode.Order"/>, in one or two walks.</summary>
internal abstract record SelectorPart
{
    private SelectorPart()
    {
    }

    public abstract BitArray Mark(HtmlPage page);

    /// <summary>Asks each element by itself: its name, a class, an attribute.</summary>
    public sealed record Single(Func<HtmlNode, bool> Matches) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page) => Marked(page, n => !n.IsText && Matches(n));
    }

    /// <summary>All of several: li.lead[lang].</summary>
    public sealed record All(IReadOnlyList<SelectorPart> Parts) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page) => Parts.Select(p => p.Mark(page)).Aggregate((a, b) => a.And(b));
    }

    /// <summary>One of several: h2, h3.</summary>
    public sealed record Any(IReadOnlyList<SelectorPart> Parts) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page) => Parts.Select(p => p.Mark(page)).Aggregate((a, b) => a.Or(b));
    }

    public sealed record Not(SelectorPart Part) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page) => Part.Mark(page).Not().And(Marked(page, n => !n.IsText));
    }

    /// <summary>What holds an element of the part: li:has(time).</summary>
    public sealed record Has(SelectorPart Part) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page)
        {
            var (inner, marked) = (Part.Mark(page), new BitArray(page.All.Count));
            Steps.Count(page.All.Count);
            // Children come after their parents, so that backwards every element hears of all that it holds.
            for (var i = page.All.Count - 1; i > 0; i--)
            {
                if ((inner[i] || marked[i]) && page.All[i].Parent is { } parent)
                {
                    marked[parent.Order] = true;
                }
            }

            return marked;
        }
    }

    /// <summary>By the number among the siblings, or among those of its kind; from the end when <paramref name="IsFromEnd"/>.</summary>
    public sealed record Nth(int Step, int Offset, bool OfKind, bool IsFromEnd) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page)
        {
            var marked = new BitArray(page.All.Count);
            foreach (var parent in page.All.Where(n => n.Children.Count > 0))
            {
                Steps.Count(parent.Children.Count);
                var counts = new Dictionary<string, int>(StringComparer.Ordinal);
                var elements = parent.Children.Where(c => !c.IsText);
                foreach (var child in IsFromEnd ? elements.Reverse() : elements)
                {
                    var kind = OfKind ? child.Tag : "";
                    marked[child.Order] = IsMeant(counts[kind] = counts.GetValueOrDefault(kind) + 1);
                }
            }

            return marked;
        }

        private bool IsMeant(int number) => Step == 0 ? number == Offset : (number - Offset) % Step == 0 && (number - Offset) / Step >= 0;
    }

    /// <summary>Two parts and how the second stands to the first: ' ' within, '&gt;' right within, '+' right behind, '~' behind.</summary>
    public sealed record Related(SelectorPart First, char Relation, SelectorPart Second) : SelectorPart
    {
        public override BitArray Mark(HtmlPage page)
        {
            var (first, reached) = (First.Mark(page), new BitArray(page.All.Count));
            foreach (var node in page.All)
            {
                Steps.Count(node.Children.Count + 1);
                var within = Relation switch
                {
                    ' ' => first[node.Order] || reached[node.Order],
                    '>' => first[node.Order],
                    _ => false,
                };
                var behind = false;
                foreach (var child in node.Children.Where(c => !c.IsText))
                {
                    reached[child.Order] = within || behind;
                    behind = first[child.Order] && Relation is '+' or '~' || (behind && Relation == '~');
                }
            }

            return reached.And(Second.Mark(page));
        }
    }

    private static BitArray Marked(HtmlPage page, Func<HtmlNode, bool> matches)
    {
        Steps.Count(page.All.Count);
        var marked = new BitArray(page.All.Count);
        foreach (var node in page.All)
        {
            marked[node.Order] = matches(node);
        }

        return marked;
    }
}
