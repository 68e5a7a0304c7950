using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Milestones;

/// <summary>Finds the dates of a passage: words and numbers that stand together become one date, in whatever order a language puts them.</summary>
internal static class DateScanner
{
    public static List<StatedDate> Find(ScannedPassage passage)
    {
        var tokens = Tokens(passage);
        var dates = new List<StatedDate>();
        for (var i = 0; i < tokens.Count;)
        {
            var end = i + 1;
            while (end < tokens.Count && AreJoined(passage, tokens[end - 1], tokens[end]) && !Repeats(tokens, i, end))
            {
                end++;
            }

            if (Date(tokens.GetRange(i, end - i)) is { } date)
            {
                dates.Add(date);
            }

            i = end;
        }

        return dates;
    }

    private static List<DateToken> Tokens(ScannedPassage passage)
    {
        var tokens = new List<DateToken>();
        foreach (var cue in passage.Cues)
        {
            if (OfWord(passage, cue) is { } token)
            {
                tokens.Add(token);
            }
        }

        NumberTokens.AddTo(tokens, passage);
        tokens.Sort(static (a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : b.End.CompareTo(a.End));
        var last = -1;
        tokens.RemoveAll(t =>
        {
            var inner = t.End <= last;
            last = Math.Max(last, t.End);
            return inner;
        });
        return tokens;
    }

    private static DateToken? OfWord(ScannedPassage passage, CueHit cue)
    {
        DateToken As(DateTokenKind kind, int value = 0) => new(kind, value, cue.Start, cue.End);
        return cue.Cue.Kind switch
        {
            // "may" and "march" are months in capitals only.
            CueKind.Month => char.IsLower(passage.Text[cue.Start]) && passage.Passage.Language == "en" ? null : As(DateTokenKind.Month, cue.Cue.Value),
            CueKind.Weekday => As(DateTokenKind.Weekday, cue.Cue.Value),
            CueKind.Date => (DateWord)cue.Cue.Value switch
            {
                DateWord.LastYear => As(DateTokenKind.RelativeYear, -1),
                DateWord.ThisYear => As(DateTokenKind.RelativeYear),
                DateWord.NextYear => As(DateTokenKind.RelativeYear, 1),
                DateWord.YearAfterNext => As(DateTokenKind.RelativeYear, 2),
                DateWord.LastMonth => As(DateTokenKind.RelativeMonth, -1),
                DateWord.ThisMonth => As(DateTokenKind.RelativeMonth),
                DateWord.NextMonth => As(DateTokenKind.RelativeMonth, 1),
                DateWord.End => As(DateTokenKind.End),
                DateWord.Within => As(DateTokenKind.Within),
                DateWord.FirstHalf => As(DateTokenKind.Half, 1),
                DateWord.SecondHalf => As(DateTokenKind.Half, 2),
                DateWord.Quarter1 => As(DateTokenKind.Quarter, 1),
                DateWord.Quarter2 => As(DateTokenKind.Quarter, 2),
                DateWord.Quarter3 => As(DateTokenKind.Quarter, 3),
                DateWord.Quarter4 => As(DateTokenKind.Quarter, 4),
                DateWord.YearEnd => As(DateTokenKind.YearEnd),
                DateWord.Today => As(DateTokenKind.RelativeDay),
                DateWord.Tomorrow => As(DateTokenKind.RelativeDay, 1),
                DateWord.Yesterday => As(DateTokenKind.RelativeDay, -1),
                DateWord.Next => As(DateTokenKind.Next),
                _ => null,
            },
            _ => null,
        };
    }

    private static bool AreJoined(ScannedPassage passage, DateToken one, DateToken other)
    {
        if (other.Start <= one.Start || other.Start - one.End > 12)
        {
            return false;
        }

        if (other.Start <= one.End)
        {
            return true;
        }

        var between = passage.Text.AsSpan(one.End, other.Start - one.End).Trim();
        return between.Length == 0 || (between.Length == 1 && between[0] is ',' or '.' or '-' or '–') || IsJoint(passage, one.End, other.Start);
    }

    private static bool IsJoint(ScannedPassage passage, int start, int end)
    {
        foreach (var cue in passage.CuesOf(passage.Passage.Sentences.IndexAt(start)))
        {
            if (cue.Cue is { Kind: CueKind.Date, Value: (int)DateWord.Joint } && cue.Start >= start && cue.End <= end
                && passage.Text.AsSpan(start, cue.Start - start).Trim().Length == 0 && passage.Text.AsSpan(cue.End, end - cue.End).Trim().Length == 0)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Repeats(List<DateToken> tokens, int from, int at)
    {
        for (var i = from; i < at; i++)
        {
            if (Part(tokens[i].Kind) == Part(tokens[at].Kind))
            {
                return true;
            }
        }

        return false;
    }

    private static int Part(DateTokenKind kind) => kind switch
    {
        DateTokenKind.RelativeYear or DateTokenKind.Year => 1,
        DateTokenKind.Month or DateTokenKind.RelativeMonth or DateTokenKind.Half or DateTokenKind.Quarter => 2,
        DateTokenKind.Day or DateTokenKind.RelativeDay => 3,
        DateTokenKind.End or DateTokenKind.Within or DateTokenKind.YearEnd => 4,
        DateTokenKind.Weekday => 5,
        _ => 6,
    };

    private static StatedDate? Date(List<DateToken> tokens)
    {
        int? Of(DateTokenKind kind) => tokens.FindIndex(t => t.Kind == kind) is >= 0 and var at ? tokens[at].Value : null;
        var yearEnd = Of(DateTokenKind.YearEnd) is not null;
        var date = new StatedDate(tokens[0].Start, tokens[^1].End)
        {
            Year = Of(DateTokenKind.Year),
            YearsAhead = Of(DateTokenKind.RelativeYear) ?? (yearEnd && Of(DateTokenKind.Year) is null ? 0 : null),
            Month = Of(DateTokenKind.Month),
            MonthsAhead = Of(DateTokenKind.RelativeMonth),
            Day = Of(DateTokenKind.Day),
            DaysAhead = Of(DateTokenKind.RelativeDay),
            Weekday = (DayOfWeek?)Of(DateTokenKind.Weekday),
            Quarter = Of(DateTokenKind.Quarter),
            Half = Of(DateTokenKind.Half),
            IsEnd = yearEnd || Of(DateTokenKind.End) is not null,
            IsNext = Of(DateTokenKind.Next) is not null,
        };
        var says = (date.Year ?? date.YearsAhead ?? date.Month ?? date.MonthsAhead ?? date.Day ?? date.DaysAhead ?? date.Quarter ?? date.Half) is not null || date.Weekday is not null;
        return says ? date : null;
    }
}
