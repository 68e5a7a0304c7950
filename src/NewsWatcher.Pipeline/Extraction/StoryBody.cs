using NewsWatcher.Articles;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>The text of an article without what is not its story: other stories' teasers, prompts, notices. What is left out becomes spaces, so that offsets stay.</summary>
internal static class StoryBody
{
    private const int MaxHeading = 80;
    private const int MaxClutter = 400;
    private const int MaxNotice = 700;

    private static readonly PhraseTrie Clutter = Words("prompts", "copyright");
    private static readonly PhraseTrie Machines = Words("ai-words");

    public static string Of(string text)
    {
        var lines = Lines(text);
        var total = lines.Sum(l => Weight(text, l));
        var (before, kept) = (0, (char[]?)null);
        for (var i = 0; i < lines.Count; i++)
        {
            var weight = Weight(text, lines[i]);
            if (before > 0 && weight < MaxHeading && IsTail(text, lines[i]))
            {
                var end = TailEnd(text, lines, i, before, total - before - weight);
                kept = Blank(kept, text, lines[i].Start, lines[end - 1].End);
                i = end - 1;
                continue;
            }

            if (weight < MaxNotice && IsClutter(text, lines[i], weight))
            {
                kept = Blank(kept, text, lines[i].Start, lines[i].End);
                total -= weight;
                continue;
            }

            before += weight;
        }

        return kept is null ? text : new string(kept);
    }

    private static List<(int Start, int End)> Lines(string text)
    {
        var lines = new List<(int, int)>();
        var start = 0;
        while (start < text.Length)
        {
            var stop = text.IndexOf('\n', start);
            var end = stop < 0 ? text.Length : stop;
            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                lines.Add((start, end));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Characters, with those of dense scripts counted double.</summary>
    private static int Weight(string text, (int Start, int End) line)
    {
        var weight = 0;
        for (var i = line.Start; i < line.End; i++)
        {
            weight += text[i] >= '\u2E80' ? 2 : 1;
        }

        return weight;
    }

    private static bool IsTail(string text, (int Start, int End) line) =>
        PageWords.Set("tails").Contains(FoldedText.Of(text[line.Start..line.End]).Trim(':', ' ', '.', '>', '»', '…', '!', '■', '▼', '▶', '【', '】', '<', '[', ']', '*', '#'));

    // A box between paragraphs is followed by much of the story, a list of teasers by little else.
    private static int TailEnd(string text, List<(int Start, int End)> lines, int heading, int before, int after)
    {
        if (after <= before)
        {
            return lines.Count;
        }

        var end = heading + 1;
        while (end < lines.Count && !(Weight(text, lines[end]) >= MaxHeading && text.AsSpan(lines[end].Start, lines[end].End - lines[end].Start).TrimEnd() is [.., '.' or '。' or '"' or '”' or '」' or '!' or '?']))
        {
            end++;
        }

        return end;
    }

    private static bool IsClutter(string text, (int Start, int End) line, int weight)
    {
        var folded = new FoldedPassage(text[line.Start..line.End]).Folded;
        var hits = new List<PhraseHit>();
        if (weight < MaxClutter)
        {
            Clutter.Find(folded, hits);
            if (hits.Count > 0)
            {
                return true;
            }
        }

        Machines.Find(folded, hits);
        return hits.Count > 0 && IsNotice(FoldedText.Of(text[line.Start..line.End]));
    }

    private static bool IsNotice(string folded) => !CuePattern.AnyMatches("not-ai", folded)
        && (CuePattern.AnyMatches("ai-generated", folded) || CuePattern.AnyMatches("ai-assisted", folded));

    private static char[] Blank(char[]? kept, string text, int start, int end)
    {
        kept ??= text.ToCharArray();
        for (var i = start; i < end; i++)
        {
            kept[i] = kept[i] == '\n' ? '\n' : ' ';
        }

        return kept;
    }

    private static PhraseTrie Words(params string[] sections)
    {
        var trie = new PhraseTrie();
        foreach (var phrase in sections.SelectMany(PageWords.Phrases))
        {
            trie.Add(FoldedPassage.Fold(phrase), 0);
        }

        return trie;
    }
}
