namespace NewsWatcher.Extraction.Amounts;

/// <summary>A word of a sentence that tells parts apart or puts them together.</summary>
/// <param name="Ordinal">Of a phase; 0 for a stake or loan; null for a word of order.</param>
/// <param name="Order">"respective" or "combined".</param>
internal readonly record struct SentenceWord(int Start, int End, int? Ordinal, string? Order)
{
    public static List<SentenceWord> Find(ReadOnlySpan<char> folded, (int Start, int End) bounds, RoleWords words)
    {
        var found = new List<SentenceWord>(0);
        var (tranche, order) = (-1, -1);
        for (var i = bounds.Start; i < bounds.End;)
        {
            tranche = tranche < i ? words.Tranches.Seek(folded, i, bounds.End) : tranche;
            order = order < i ? words.Orders.Seek(folded, i, bounds.End) : order;
            i = Math.Min(tranche, order);
            if (i == bounds.End)
            {
                break;
            }

            if (words.Tranches.TryAt(folded, i, out var end, out var ordinal))
            {
                found.Add(new(i, end, ordinal, null));
            }
            else if (words.Orders.TryAt(folded, i, out end, out var kind))
            {
                found.Add(new(i, end, null, kind));
            }

            i = Math.Max(end, i + 1);
        }

        return found;
    }
}
