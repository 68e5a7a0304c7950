using NewsWatcher.Articles;
using NewsWatcher.Configuration;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction;

/// <summary>The text of an article without what is not its story: other stories' teasers, prompts, notices. What is left out becomes spaces, so that offsets stay.</summary>
internal static class StoryBody
{
    private const int MaxHeading = 80;
    private const int MaxClutter = 400;
    private const int MaxNotice = 700;
    private const char FirstDense = '\u2E80';

    private const int Clutter = 0;
    private const int Machine = 1;

    private static readonly PhraseTrie Words = Compile();

    public static string Of(string text) => Of(text, out _);

    /// <param name="text">Of the article.</param>
    /// <param name="folded">What is returned, folded.</param>
    public static string Of(string text, out FoldedPassage folded)
    {
        folded = new(text);
        var lines = Lines(text, folded);
        var total = lines.Sum(static l => l.Weight);
        var (before, kept) = (0, (char[]?)null);
        for (var i = 0; i < lines.Count; i++)
        {
            Steps.Count();
            var line = lines[i];
            if (before > 0 && line.Weight < MaxHeading && IsTail(text, line))
            {
                var end = TailEnd(text, lines, i, before, total - before - line.Weight);
                kept = Blank(kept, text, line.Start, lines[end - 1].End);
                i = end - 1;
                continue;
            }

            if (line.Weight < MaxNotice && IsClutter(text, line))
            {
                kept = Blank(kept, text, line.Start, line.End);
                total -= line.Weight;
                continue;
            }

            before += line.Weight;
        }

        if (kept is null)
        {
            return text;
        }

        var story = new string(kept);
        folded = new(story);
        return story;
    }

    private static List<Line> Lines(string text, FoldedPassage folded)
    {
        var hits = new List<PhraseHit>();
        Words.Find(folded.Folded, hits);
        var lines = new List<Line>();
        var (start, hit) = (0, 0);
        while (start < text.Length)
        {
            var stop = text.IndexOf('\n', start);
            var end = stop < 0 ? text.Length : stop;
            var (clutter, machine) = (false, false);
            for (; hit < hits.Count && folded.Start(hits[hit].Start) < end; hit++)
            {
                clutter |= hits[hit].Id == Clutter;
                machine |= hits[hit].Id == Machine;
            }

            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                lines.Add(new(start, end, Weight(text.AsSpan(start, end - start)), clutter, machine));
            }

            start = end + 1;
        }

        return lines;
    }

    /// <summary>Characters, with those of dense scripts counted double.</summary>
    private static int Weight(ReadOnlySpan<char> line)
    {
        Steps.Count(line.Length);
        var dense = line.IndexOfAnyInRange(FirstDense, char.MaxValue);
        var weight = line.Length;
        for (var i = dense < 0 ? line.Length : dense; i < line.Length; i++)
        {
            weight += line[i] >= FirstDense ? 1 : 0;
        }

        return weight;
    }

    private static bool IsTail(string text, Line line) =>
        PageWords.Set("tails").Contains(FoldedText.Of(text[line.Start..line.End]).Trim(':', ' ', '.', '>', '»', '…', '!', '■', '▼', '▶', '【', '】', '<', '[', ']', '*', '#'));

    // A box between paragraphs is followed by much of the story, a list of teasers by little else.
    private static int TailEnd(string text, List<Line> lines, int heading, int before, int after)
    {
        if (after <= before)
        {
            return lines.Count;
        }

        var end = heading + 1;
        while (end < lines.Count && !(lines[end].Weight >= MaxHeading && text.AsSpan(lines[end].Start, lines[end].End - lines[end].Start).TrimEnd() is [.., '.' or '。' or '"' or '”' or '」' or '!' or '?']))
        {
            end++;
        }

        return end;
    }

    private static bool IsClutter(string text, Line line) =>
        (line.IsPrompt && line.Weight < MaxClutter) || (line.NamesMachine && IsNotice(FoldedText.Of(text[line.Start..line.End])));

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

    private static PhraseTrie Compile()
    {
        var trie = new PhraseTrie();
        foreach (var (section, id) in ((string, int)[])[("prompts", Clutter), ("copyright", Clutter), ("ai-words", Machine)])
        {
            foreach (var phrase in PageWords.Phrases(section))
            {
                trie.Add(FoldedPassage.Fold(phrase), id);
            }
        }

        return trie;
    }

    /// <param name="IsPrompt">Whether a phrase stands in it that asks for something or says whose it is.</param>
    /// <param name="NamesMachine">Whether it speaks of machines that write.</param>
    private readonly record struct Line(int Start, int End, int Weight, bool IsPrompt, bool NamesMachine);
}
