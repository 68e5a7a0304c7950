using System.Text.RegularExpressions;

namespace NewsWatcher.Articles;

/// <summary>Takes out of the lines of a story what is not the story, line by line, so that the paragraphs beside it stay.</summary>
internal sealed partial class BodyCleaner
{
    private const int MaxCompared = 500;

    private readonly List<Block> _blocks;
    private readonly string _title;
    private readonly string? _byline;

    private BodyCleaner(List<Block> blocks, string title, string? byline) => (_blocks, _title, _byline) = (blocks, FoldedText.Letters(title), byline);

    public static List<Block> Clean(List<Block> blocks, string title, string? byline)
    {
        var cleaner = new BodyCleaner([.. blocks], title, byline);
        cleaner.CutHead();
        cleaner.CutTail();
        StoryBoxes.Cut(cleaner._blocks);
        cleaner.CutListHeadings();
        cleaner._blocks.RemoveAll(cleaner.IsClutter);
        cleaner.CutHead();
        cleaner.CutLabels();
        cleaner.CutRepeats();
        cleaner.CutEmptyHeadings();
        return cleaner._blocks;
    }

    /// <summary>Headline, byline, date and section names stand before the first prose.</summary>
    private void CutHead()
    {
        var first = _blocks.FindIndex(b => b.IsProse && !b.IsHeading && !IsHeadline(b));
        var head = first < 0 ? _blocks.Count : first;
        for (var i = head - 1; i >= 0; i--)
        {
            var block = _blocks[i];
            var isLabel = block.IsHeading ? block.Node.Tag == "h1" : !block.EndsAsSentence || block.LinkShare > 0.3 || IsDateLine(block) || PageWords.StartsWithAny("by", block.Folded);
            if (IsHeadline(block) || (first >= 0 && isLabel && block.Weight < 140))
            {
                _blocks.RemoveAt(i);
            }
        }
    }

    private bool IsHeadline(Block block) => block.Node.Tag == "h1" || (block.Letters.Length > 0 && block.Letters == _title)
        || (block.IsHeading && _title.Length > 10 && block.Letters.Contains(_title, StringComparison.Ordinal));

    // What a live page writes over each of its entries.
    [GeneratedRegex(@"^\d{1,2}\s?[:.h時시点點]\s?\d{2}(:\d{2})?\s?[分분]?\s?([ap]\.?m\.?)?\s?(Uhr|[A-Z]{2,4})?$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Clock { get; }

    private static bool IsDateLine(Block block) => block.Text.Length < 80 && block.Text.Any(char.IsAsciiDigit) && DateText.Read(block.Text) is not null;

    /// <summary>After a line such as "Related articles" stand other stories, until a paragraph comes that looks like those before.</summary>
    private void CutTail()
    {
        var kept = new List<Block>(_blocks.Count);
        Block? last = null;
        var (before, after) = (0, _blocks.Sum(ProseWeight));
        var (isCut, isBox) = (false, false);
        foreach (var block in _blocks)
        {
            after -= ProseWeight(block);
            if (last is not null && isCut && !(block.IsProse && (LooksLike(block, last) || (isBox && block.Node.Tag == last.Node.Tag && !block.IsListItem))))
            {
                continue;
            }

            isCut = last is not null && IsTail(block);
            if (isCut)
            {
                // A box between paragraphs is followed by much of the story, a list of teasers by little else.
                isBox = after > before / 2;
                continue;
            }

            kept.Add(block);
            before += ProseWeight(block);
            last = block.IsProse ? block : last;
        }

        _blocks.Clear();
        _blocks.AddRange(kept);
    }

    /// <summary>What stands over a list of links goes with it.</summary>
    private void CutListHeadings()
    {
        for (var i = _blocks.Count - 3; i >= 0; i--)
        {
            if ((_blocks[i].IsHeading || _blocks[i].Weight < 80) && !_blocks[i].IsProse && IsListedLink(_blocks[i + 1]) && IsListedLink(_blocks[i + 2]))
            {
                _blocks.RemoveAt(i);
            }
        }
    }

    private static bool IsListedLink(Block block) => block.IsListItem && IsLink(block);

    private static int ProseWeight(Block block) => block.IsProse ? block.Weight : 0;

    private static bool IsTail(Block block) =>
        block.Weight < 80 && PageWords.Set("tails").Contains(block.Folded.Trim(':', ' ', '.', '>', '»', '…', '!'));

    private static bool LooksLike(Block block, Block other) => block.Node.Tag == other.Node.Tag && block.Node["class"] == other.Node["class"]
        && block.Node.Parent?.Tag == other.Node.Parent?.Tag && block.Node.Parent?["class"] == other.Node.Parent?["class"];

    private bool IsClutter(Block block)
    {
        var folded = block.Folded;
        if (!block.Text.Any(char.IsLetterOrDigit) || IsLink(block) || (block.Weight < 24 && Clock.IsMatch(block.Text)))
        {
            return true;
        }

        return IsTeaser(block)
            || (block.Weight < 400 && PageWords.ContainsAny("prompts", folded))
            || (block.Weight < 60 && PageWords.Set("labels").Contains(folded.Trim(':', ' ', '.', '!', '…')))
            || IsCredit(block)
            || (block.Weight < 500 && PageWords.ContainsAny("copyright", folded));
    }

    // A sentence whose full stop stands outside of its link belongs to the story.
    private static bool IsLink(Block block) => block.LinkShare > 0.85 && block.Weight < 250
        && !(block.LinkShare < 1 && block.Node.Tag == "p" && block.EndsAsSentence);

    private static bool IsTeaser(Block block) => block.Weight < 300
        && (PageWords.LabelsWithAny("teasers", block.Folded)
            || (PageWords.StartsWithAny("teasers", block.Folded) && (block.LinkShare > 0.4 || (block.Weight < 60 && !block.EndsAsSentence && !block.IsHeading))));

    private static bool IsCredit(Block block) => block.Weight < 300
        && (PageWords.LabelsWithAny("credits", block.Folded) || (block.Weight < 160 && PageWords.ContainsAny("credit-marks", block.Folded)));

    /// <summary>Short lines at the end (signatures, tags, places) and an author's life.</summary>
    private void CutLabels()
    {
        for (var i = _blocks.Count - 1; i > 0; i--)
        {
            var block = _blocks[i];
            var isBio = i > 1 && block.Weight < 700 && BeginsWithAuthor(block);
            var isLabel = !block.IsListItem && block.Weight < 60 && !block.EndsAsSentence && !block.IsHeading;
            if (!isBio && !isLabel && !(IsDateLine(block) && block.Weight < 60))
            {
                return;
            }

            _blocks.RemoveAt(i);
        }
    }

    private bool BeginsWithAuthor(Block block) =>
        _byline is not null && _byline.Split(", ").Any(n => n.Length > 4 && block.Text.StartsWith(n, StringComparison.OrdinalIgnoreCase));

    /// <summary>A line that repeats another one, or a sentence of a paragraph (a pull quote).</summary>
    private void CutRepeats()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        _blocks.RemoveAll(b => b.Weight > 40 && !seen.Add(b.Letters));
        if (_blocks.Count > MaxCompared)
        {
            return;
        }

        var all = string.Join('\n', _blocks.Select(b => b.Letters));
        _blocks.RemoveAll(b => b.Node.Tag != "p" && b.Letters.Length is > 30 and < 400 && !b.IsListItem && IsTwice(all, b.Letters));
    }

    private static bool IsTwice(string all, string letters)
    {
        var first = all.IndexOf(letters, StringComparison.Ordinal);
        return first >= 0 && all.IndexOf(letters, first + 1, StringComparison.Ordinal) >= 0;
    }

    private void CutEmptyHeadings()
    {
        for (var i = _blocks.Count - 1; i >= 0; i--)
        {
            if (_blocks[i].IsHeading && i == _blocks.Count - 1)
            {
                _blocks.RemoveAt(i);
            }
        }
    }
}
