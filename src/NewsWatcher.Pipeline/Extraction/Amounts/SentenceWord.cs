namespace NewsWatcher.Extraction.Amounts;

/// <summary>A word of a sentence that tells parts apart or puts them together.</summary>
/// <param name="Ordinal">Of a phase; 0 for a stake or loan; null for a word of order.</param>
/// <param name="Order">"respective" or "combined".</param>
internal readonly record struct SentenceWord(int Start, int End, int? Ordinal, string? Order)
{
    public static List<SentenceWord> Find(ReadOnlySpan<char> folded, (int Start, int End) bounds, RoleWords words)
    {
        var found = new List<SentenceWord>(0);
        for (var i = Next(folded, bounds.Start, bounds.End, words); i < bounds.End; i = Next(folded, i, bounds.End, words))
        {
            if (words.Tranches.TryAt(folded, i, out var end, out var ordinal))
            {
                found.Add(new(i, end, ordinal, null));
                i = end;
            }
            else if (words.Orders.TryAt(folded, i++, out end, out var order))
            {
                found.Add(new(i - 1, end, null, order));
            }
        }

        return found;
    }

    private static int Next(ReadOnlySpan<char> folded, int from, int to, RoleWords words) =>
        words.Orders.Seek(folded, from, words.Tranches.Seek(folded, from, to));
}
