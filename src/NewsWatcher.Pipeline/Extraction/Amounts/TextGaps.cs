namespace NewsWatcher.Extraction.Amounts;

/// <summary>How far apart two places of a text are, to a reader: links count nothing, the ends of clauses much.</summary>
internal sealed class TextGaps(string folded, AmountLanguage language)
{
    public const int ClauseDistance = 40;
    public const int Reach = 200;

    private const int TextWindow = 24;

    public int Between(int from, int to)
    {
        if (to - from is <= 0 or >= Reach)
        {
            return Math.Clamp(to - from, 0, Reach);
        }

        var end = WithoutQualifiers(from, to);
        var between = folded.AsSpan(from, end - from);
        if (language.Roles.Links.Contains(between.Trim(" (-\u300C\"")))
        {
            return 0;
        }

        var clauses = between.Count(',') + between.Count(';') + between.Count('、') + between.Count('\u2014') + between.Count('\u3000');
        return Math.Min(Reach, (to - from) * (language.IsDense ? 2 : 1) + (clauses * ClauseDistance));
    }

    /// <summary>Whether the words between say "out of": what follows or stands before is the whole, not the sum's own name.</summary>
    public bool IsPartitive(int from, int to) => to >= from && to - from < Reach && language.Roles.Partitives.Contains(folded.AsSpan(from, WithoutQualifiers(from, to) - from).Trim());

    /// <summary>Whether the words between go on with the same thing: "of which", "up from", このうち.</summary>
    public bool Continues(int from, int to)
    {
        const int Shortest = 8;
        var between = folded.AsSpan(from, Math.Max(0, to - from));
        if (between.Length * (language.IsDense ? 2 : 1) <= Shortest)
        {
            return true;
        }

        return Has(language.Roles.Continuations, from, to);
    }

    private bool Has(PhraseTable<bool> words, int from, int to)
    {
        for (var i = words.Seek(folded, from, to); i < to; i = words.Seek(folded, i + 1, to))
        {
            if (words.TryAt(folded, i, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether one certain thing is said to be worth what begins at <paramref name="start"/>: "reactors worth", but not "projects worth".</summary>
    public bool IsWorth(int start)
    {
        return language.Roles.Sizes.TryBefore(folded, WithoutQualifiers(Math.Max(0, start - TextWindow), start), out var word, out _)
            && !language.Roles.Sizes.TryBefore(folded, TrimmedEnd(word), out _, out _);
    }

    /// <summary>Whether what begins at <paramref name="start"/> is said to be what a thing costs to build: 総事業費, "construction cost of".</summary>
    public bool IsCost(int start) => language.Roles.ProjectCosts.TryBefore(folded, WithoutQualifiers(Math.Max(0, start - TextWindow), start), out _, out _);

    /// <summary>Whether a span tells the size of something: "the cost", "in total".</summary>
    public bool SaysSize((int Start, int End) span) => Has(language.Roles.Sizes, span.Start, span.End);

    /// <summary>Whether a span speaks of another deal, or of an older one.</summary>
    public bool SaysElsewhere((int Start, int End) span) => Has(language.Roles.Elsewhere, span.Start, span.End);

    /// <summary>Whether a span speaks of the size of the whole: "the total cost".</summary>
    public bool SaysWhole((int Start, int End) span) => Has(language.Roles.Wholes, span.Start, span.End);

    public bool IsRemainder(int start)
    {
        var before = WithoutQualifiers(Math.Max(0, start - TextWindow), start);
        return language.Roles.Remainders.TryBefore(folded, TrimmedEnd(before), out _, out _);
    }

    private int WithoutQualifiers(int from, int to)
    {
        var end = TrimmedEnd(to);
        while (end > from && language.Qualifiers.Before.TryBefore(folded, end, out var start, out _) && start >= from)
        {
            end = TrimmedEnd(start);
        }

        return Math.Max(from, end);
    }

    private int TrimmedEnd(int end)
    {
        while (end > 0 && (folded[end - 1] is ' ' or '\u3000'))
        {
            end--;
        }

        return end;
    }
}
