using System.Collections.Frozen;
using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Milestones;

/// <summary>Reads what is expected and when, and what of the configured milestones has taken place.</summary>
internal static class MilestoneReader
{
    private const int MaxAway = 40;

    private static readonly System.Buffers.SearchValues<char> ClauseMarks = System.Buffers.SearchValues.Create(",;:、，；");

    private static readonly string[] Instead = [.. LanguageFiles.Lines("date-instead.txt")];
    private static readonly string[] PastLinks = [.. LanguageFiles.Lines("past-links.txt").Select(l => " " + l)];
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Replaced =
        LanguageFiles.Lines("date-replaced.txt").ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Past = LanguageFiles.Lines("past-words.txt")
        .ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    public static List<MilestoneReading> Read(ScannedPassage title, ScannedPassage text, DateOnly? reported)
    {
        var found = new List<MilestoneReading>();
        Add(title, reported, found);
        Add(text, reported, found);

        // A headline's year is the day that the text tells.
        found.RemoveAll(m => m.Evidence.InTitle && found.Exists(o => !o.Evidence.InTitle && o.Date != m.Date && o.Date.Start >= m.Date.Start && o.Date.End <= m.Date.End));
        return [.. found.DistinctBy(m => (m.MilestoneId, m.Date, m.Outcome, m.MilestoneId is null ? m.PartId : null))];
    }

    private static void Add(ScannedPassage passage, DateOnly? reported, List<MilestoneReading> found)
    {
        var lastEnd = 0;
        var dates = DateScanner.Find(passage);
        for (var i = 0; i < dates.Count; i++)
        {
            var date = dates[i];
            var (from, sentence) = (lastEnd, passage.Passage.Sentences.IndexAt(date.Start));
            if (IsLeftBehind(passage, date, i + 1 < dates.Count ? dates[i + 1] : null, sentence))
            {
                lastEnd = date.End;
                continue;
            }

            var ahead = LooksAhead(passage, date, sentence);
            var known = Known(passage, date, sentence);
            var met = known is not null && !ahead && Says(passage, sentence, MilestoneOutcome.Met);
            lastEnd = date.End;
            if ((!met && !IsUsable(passage, date, sentence, ahead)) || (known is null && IsOfResults(passage, date, sentence)) || Resolve(date, reported, ahead) is not { } resolved
                || Outcome(passage, sentence, resolved, reported, ahead, met) is not { } outcome)
            {
                continue;
            }

            var use = known?.Use as NameUse.Milestone;
            found.Add(new(Event(passage, date, from, known), use?.Followed.Id, resolved, outcome, use?.PartId ?? passage.PartNamedIn(sentence), passage.Evidence(date.Start, date.End, "milestone-date")));
        }
    }

    // "delayed from 2028 to 2029": only the second is expected now.
    private static bool IsLeftBehind(ScannedPassage passage, StatedDate date, StatedDate? next, int sentence) =>
        Array.Exists(Instead, i => passage.Text.AsSpan(0, date.Start).TrimEnd().EndsWith(i, StringComparison.Ordinal)) || (next is not null && IsReplaced(passage, date, next, sentence));

    private static bool IsReplaced(ScannedPassage passage, StatedDate date, StatedDate next, int sentence) =>
        next.Start > date.End && Replaced.Contains(passage.Text.AsSpan(date.End, next.Start - date.End).Trim())
        && Says(passage, sentence, MilestoneOutcome.Slipped);

    private static string Event(ScannedPassage passage, StatedDate date, int from, NameHit? known) =>
        known is not { Use: NameUse.Milestone use } name ? EventPhrase.Of(passage, date, from)
        : name.Start < date.End && date.Start < name.End ? use.Followed.Name
        : passage.Text[name.Start..name.End];

    // A century is a fair bound of any plan; beyond the calendar there is no date.
    private static PartialDate? Resolve(StatedDate date, DateOnly? reported, bool ahead) =>
        reported is { Year: < 1900 or > 9000 } ? null : date.Resolve(reported, ahead);

    private static bool LooksAhead(ScannedPassage passage, StatedDate date, int sentence)
    {
        // "February's pact" may be the last one or the next: the nearest.
        if (date is { Month: not null, Year: null } && (FollowsPast(passage.Text.AsSpan(0, date.Start)) || passage.Text.AsSpan(date.End) is ['\'' or '’', 's', ..]))
        {
            return false;
        }

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

        // 年内, 연내: what is left of the year.
        return passage.Text[date.End - 1] is '内' or '내' || passage.Text.AsSpan(date.End) is ['ま' or '까' or '前' or '之' or '以' or 'か' or '부', ..] or [' ', '까' or '부', ..] or ['に', 'も', ..];
    }

    // "turning the agreement made in July into an order"
    private static bool FollowsPast(ReadOnlySpan<char> before)
    {
        before = before.TrimEnd();
        foreach (var link in PastLinks)
        {
            before = before.EndsWith(link, StringComparison.Ordinal) ? before[..^link.Length].TrimEnd() : before;
        }

        return Past.Contains(before[(before.LastIndexOf(' ') + 1)..]);
    }

    /// <summary>A year alone is a date only after "in" or the like, and a day alone only where the clause looks ahead.</summary>
    private static bool IsUsable(ScannedPassage passage, StatedDate date, int sentence, bool ahead)
    {
        if (date is { Day: not null, Month: null, MonthsAhead: null })
        {
            return ahead;
        }

        if (!date.IsBareYear || date.YearsAhead is not null || passage.Passage.IsDense)
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

    // "expects revenue of 40 billion in 2028": what a business earns is no step of a deal.
    private static bool IsOfResults(ScannedPassage passage, StatedDate date, int sentence)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            var (from, to) = cue.Start < date.Start ? (cue.End, date.Start) : (date.End, cue.Start);
            if (cue.Cue.Kind == CueKind.Results && to - from <= MaxAway && (to <= from || !passage.Text.AsSpan(from, to - from).ContainsAny(ClauseMarks)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The configured milestone whose name stands in the clause of a date.</summary>
    private static NameHit? Known(ScannedPassage passage, StatedDate date, int sentence)
    {
        NameHit? nearest = null;
        var distance = int.MaxValue;
        foreach (var name in passage.NamesOf(sentence))
        {
            var away = Math.Max(name.Start - date.End, date.Start - name.End);
            if (name.Use is NameUse.Milestone && away < distance && InOneClause(passage, name, date, away))
            {
                (nearest, distance) = (name, away);
            }
        }

        return nearest;
    }

    private static bool InOneClause(ScannedPassage passage, NameHit name, StatedDate date, int away)
    {
        var from = Math.Min(name.End, date.End);
        var between = passage.Text.AsSpan(from, Math.Max(0, Math.Max(name.Start, date.Start) - from));
        return !between.ContainsAny(ClauseMarks) || (away <= MaxAway && !between.Contains(" and ", StringComparison.Ordinal) && !between.Contains(';'));
    }

    private static bool Says(ScannedPassage passage, int sentence, MilestoneOutcome outcome)
    {
        foreach (var cue in passage.CuesOf(sentence))
        {
            if (cue.Cue.Kind == CueKind.Outcome && cue.Cue.Value == (int)outcome)
            {
                return true;
            }
        }

        return false;
    }

    private static MilestoneOutcome? Outcome(ScannedPassage passage, int sentence, PartialDate date, DateOnly? reported, bool ahead, bool met)
    {
        if (reported is { } day && date.Start <= day && (date.End <= day || !ahead))
        {
            return met ? MilestoneOutcome.Met : null;
        }

        return Says(passage, sentence, MilestoneOutcome.Slipped) ? MilestoneOutcome.Slipped : MilestoneOutcome.Scheduled;
    }
}
