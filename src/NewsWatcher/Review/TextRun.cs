using NewsWatcher.Deals;

namespace NewsWatcher.Review;

/// <summary>A piece of an article's text with the claims that it states; none for plain text.</summary>
/// <param name="Beginning">Those of <paramref name="Claims"/> that begin here: the anchors that links point to.</param>
public sealed record TextRun(string Text, IReadOnlyList<Claim> Claims, IReadOnlyList<Claim> Beginning)
{
    /// <summary>Cuts a stretch of text at the bounds of the spans within it.</summary>
    /// <param name="text">The whole text that the spans count in.</param>
    public static IReadOnlyList<TextRun> Cut(string text, int start, int end, IReadOnlyList<ClaimSpan> spans)
    {
        var here = spans.Where(s => s.Start < end && s.End > start).ToList();
        var cuts = here.SelectMany(s => new[] { s.Start, s.End }).Where(c => c > start && c < end).Append(start).Append(end).Distinct().Order().ToList();
        return [.. cuts.Zip(cuts.Skip(1), (from, to) => new TextRun(
            text[from..to],
            [.. here.Where(s => s.Start <= from && s.End >= to).Select(s => s.Claim)],
            [.. here.Where(s => s.Start == from || (from == start && s.Start < from && s.Start >= start)).Select(s => s.Claim)]))];
    }
}
