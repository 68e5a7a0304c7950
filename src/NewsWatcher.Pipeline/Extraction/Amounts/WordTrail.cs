namespace NewsWatcher.Extraction.Amounts;

/// <summary>The last words of a text before the one at hand.</summary>
internal readonly record struct WordTrail((int Start, int End) Last, (int Start, int End) Before, (int Start, int End) First)
{
    private const int Reach = 28;

    public WordTrail Then(int start, int end) => new((start, end), Last, Before);

    /// <summary>Whether one of them, near a place, is of a number: of articles only those that nothing but a name of money parts from it.</summary>
    public bool HasNumber(string text, int at) =>
        IsNumber(text, at, Last, isBeside: true) || IsNumber(text, at, Before, isBeside: true) || IsNumber(text, at, First, isBeside: false);

    private static bool IsNumber(string text, int at, (int Start, int End) word, bool isBeside) =>
        word.End > 0 && at - word.End <= Reach && SumWords.IsNumber(text.AsSpan(word.Start..word.End), isBeside);
}
