using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds milestone readings: statements of one event are merged, a month becomes a day, a later date a slip; every date that was stated is kept.</summary>
internal static class MilestoneFold
{
    public static IReadOnlyList<LedgerMilestone> Of(FollowedDeal deal, IEnumerable<Weighed> readings, DateTimeOffset asOf)
    {
        var names = deal.Milestones.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal);
        return [.. Events(readings).Select(e => Fold(e, names, DateOnly.FromDateTime(asOf.UtcDateTime)))
            .OrderBy(m => m.Date.Start).ThenBy(m => m.Date.Precision).ThenBy(m => m.Event, StringComparer.Ordinal)];
    }

    private static List<List<Weighed>> Events(IEnumerable<Weighed> readings)
    {
        var events = new List<List<Weighed>>();
        foreach (var reading in readings)
        {
            var told = (MilestoneReading)reading.Fact;
            var known = events.Find(e => e.Exists(r => IsOne((MilestoneReading)r.Fact, told)));
            if (known is null)
            {
                events.Add([reading]);
            }
            else
            {
                known.Add(reading);
            }
        }

        return events;
    }

    // A configured event keeps its identity when its date moves; another needs the same words, or much of them and a date that fits.
    private static bool IsOne(MilestoneReading one, MilestoneReading other)
    {
        if (one.MilestoneId is not null || other.MilestoneId is not null)
        {
            return string.Equals(one.MilestoneId, other.MilestoneId, StringComparison.Ordinal);
        }

        return one.PartId == other.PartId && (FoldedText.Letters(one.Event) == FoldedText.Letters(other.Event) || (Fit(one.Date, other.Date) && Overlap(one.Event, other.Event) >= 0.5));
    }

    private static bool Fit(PartialDate one, PartialDate other) => one == other || one.IsRefinedBy(other) || other.IsRefinedBy(one);

    private static double Overlap(string one, string other)
    {
        var (a, b) = (Tokens.Terms(one).ToHashSet(StringComparer.Ordinal), Tokens.Terms(other).ToHashSet(StringComparer.Ordinal));
        return a.Count == 0 || b.Count == 0 ? 0 : (double)a.Count(b.Contains) / Math.Min(a.Count, b.Count);
    }

    private static LedgerMilestone Fold(List<Weighed> readings, Dictionary<string, string> names, DateOnly today)
    {
        var counting = readings.Where(r => r.Counts).ToList();
        var told = counting.Count > 0 ? counting : readings;
        var (date, outcome) = (((MilestoneReading)told[0].Fact).Date, MilestoneOutcome.Scheduled);
        foreach (var reading in told.Select(r => (MilestoneReading)r.Fact))
        {
            if (outcome == MilestoneOutcome.Met && reading.Outcome != MilestoneOutcome.Met)
            {
                continue;
            }

            var isMoved = !Fit(date, reading.Date) && reading.Outcome != MilestoneOutcome.Met;
            date = date == reading.Date || reading.Date.IsRefinedBy(date) ? date : reading.Date;
            outcome = reading.Outcome != MilestoneOutcome.Scheduled ? reading.Outcome : isMoved ? MilestoneOutcome.Slipped : outcome;
        }

        var first = (MilestoneReading)told[0].Fact;
        var isOverdue = outcome is MilestoneOutcome.Scheduled or MilestoneOutcome.Slipped && date.End < today;
        var dates = readings.Select(r => ((MilestoneReading)r.Fact).Date).Distinct().ToList();
        var name = first.MilestoneId is { } id && names.TryGetValue(id, out var given) ? given : first.Event;
        return new LedgerMilestone(first.MilestoneId, name, date, outcome, isOverdue, counting.Count == 0, dates, Weighed.Sources(readings));
    }
}
