using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Milestones;

/// <summary>Reads what is expected and when, and what of the configured milestones has taken place.</summary>
internal static class MilestoneReader
{
    private const int MaxEvent = 120;
    private const int MinClause = 12;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(",;:、，；");

    public static List<MilestoneReading> Read(ScannedPassage title, ScannedPassage text, DateOnly? reported)
    {
        var found = new List<MilestoneReading>();
        Add(title, reported, found);
        Add(text, reported, found);
        return [.. found.DistinctBy(m => (m.MilestoneId, m.Date, m.Outcome, m.MilestoneId is null ? m.PartId : null))];
    }

    private static void Add(ScannedPassage passage, DateOnly? reported, List<MilestoneReading> found)
    {
        foreach (var date in DateScanner.Find(passage))
        {
            var sentence = passage.Passage.Sentences.IndexAt(date.Start);
            var ahead = LooksAhead(passage, date, sentence);
            if (!IsUsable(passage, date, sentence, ahead) || Resolve(date, reported, ahead) is not { } resolved)
            {
                continue;
            }

            var known = Known(passage, date, sentence);
            if (Outcome(passage, sentence, resolved, reported, ahead, known is not null) is { } outcome)
            {
                var (start, end) = Clause(passage, date, sentence);
                found.Add(new(passage.Text[start..end], known?.Followed.Id, resolved, outcome, passage.PartNamedIn(sentence) ?? known?.PartId, passage.Evidence(date.Start, date.End, "milestone-date")));
            }
        }
    }

    // A century is a fair bound of any plan; beyond the calendar there is no date.
    private static PartialDate? Resolve(StatedDate date, DateOnly? reported, bool ahead) =>
        reported is { Year: < 1900 or > 9000 } ? null : date.Resolve(reported, ahead);

    private static bool LooksAhead(ScannedPassage passage, StatedDate date, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            // "agreed to sell, it said on Tuesday" looks back; a weekday needs "will" close to it.
            if (cue.Cue.Kind == CueKind.Future && date is { Weekday: not null, Month: null } && (cue.End - cue.Start < 4 || date.Start - cue.End is < 0 or > 40))
            {
                continue;
            }

            if (cue.Cue.Kind == CueKind.Future && (cue.Cue.Side == CueSide.Before ? cue.End <= date.Start && date.Start - cue.End < 90 : cue.Start >= date.End && cue.Start - date.End < 60))
            {
                return true;
            }
        }

        return passage.Text.AsSpan(date.End) is ['ま' or '까' or '前' or '之' or '以' or 'か' or '부', ..] or [' ', '까' or '부', ..] or ['に', 'も', ..];
    }

    /// <summary>A year alone is a date only after "in" or the like, and a day alone only where the clause looks ahead.</summary>
    private static bool IsUsable(ScannedPassage passage, StatedDate date, int sentence, bool ahead)
    {
        if (date is { Day: not null, Month: null, MonthsAhead: null })
        {
            return ahead;
        }

        if (!date.IsBareYear || date.YearsAhead is not null || passage.Passage.Language is "ja" or "zh" or "ko")
        {
            return true;
        }

        foreach (var cue in passage.CuesOf(sentence))
        {
            var near = cue.End <= date.Start && date.Start - cue.End <= 1;
            if (near && cue.Cue.Kind == CueKind.Date && (DateWord)cue.Cue.Value is DateWord.YearAhead or DateWord.Within or DateWord.Joint)
            {
                return true;
            }
        }

        return passage.Text[date.Start] is not (>= '0' and <= '9');
    }

    private static NameUse.Milestone? Known(ScannedPassage passage, StatedDate date, int sentence)
    {
        NameUse.Milestone? nearest = null;
        var distance = int.MaxValue;
        foreach (var name in passage.NamesOf(sentence))
        {
            if (name.Use is NameUse.Milestone use && Math.Abs(name.Start - date.Start) is var away && away < distance)
            {
                (nearest, distance) = (use, away);
            }
        }

        return nearest;
    }

    private static MilestoneOutcome? Outcome(ScannedPassage passage, int sentence, PartialDate date, DateOnly? reported, bool ahead, bool known)
    {
        var (met, slipped) = (false, false);
        foreach (var cue in passage.CuesOf(sentence))
        {
            met |= cue.Cue is { Kind: CueKind.Outcome, Value: (int)MilestoneOutcome.Met };
            slipped |= cue.Cue is { Kind: CueKind.Outcome, Value: (int)MilestoneOutcome.Slipped };
        }

        if (reported is { } day && date.Start <= day && (date.End <= day || !ahead))
        {
            return known && met && !ahead ? MilestoneOutcome.Met : null;
        }

        return slipped ? MilestoneOutcome.Slipped : MilestoneOutcome.Scheduled;
    }

    /// <summary>The clause around a date; the sentence where the clause would say too little.</summary>
    private static (int Start, int End) Clause(ScannedPassage passage, StatedDate date, int sentence)
    {
        var text = passage.Text;
        var (first, last) = passage.Passage.Sentences.Bounds(sentence);
        var start = text.AsSpan(first, date.Start - first).LastIndexOfAny(ClauseMarks) + 1 + first;
        var stop = text.AsSpan(date.End, Math.Max(0, last - date.End)).IndexOfAny(ClauseMarks);
        var end = stop < 0 ? last : date.End + stop;
        if (end - start - (date.End - date.Start) < MinClause)
        {
            (start, end) = (first, last);
        }

        end = Math.Max(date.End, Math.Min(end, start + MaxEvent));
        start = Math.Max(start, end - MaxEvent);
        while (start < end && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return (start, char.IsLowSurrogate(text[Math.Min(end, text.Length - 1)]) && end < text.Length ? end + 1 : end);
    }
}
