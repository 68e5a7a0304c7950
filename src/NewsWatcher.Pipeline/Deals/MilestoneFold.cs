using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds milestone readings: statements of one event are merged, a month becomes a day, a later date a slip; every date that was stated is kept.</summary>
internal static class MilestoneFold
{
    private const int DaysAround = 3;

    /// <summary>The configured ones first, then what else the texts expect; each by date.</summary>
    public static IReadOnlyList<LedgerMilestone> Of(FollowedDeal deal, IEnumerable<Weighed> readings, DateTimeOffset asOf)
    {
        var names = deal.Milestones.ToDictionary(m => m.Id, m => m.Name, StringComparer.Ordinal);
        var today = DateOnly.FromDateTime(asOf.UtcDateTime);
        var all = Events(Named([.. readings])).Select(e => Fold(e, names, today)).ToList();
        var met = all.Where(m => m is { Id: not null, Outcome: MilestoneOutcome.Met }).ToList();
        return [.. all
            .Where(m => m.Id is not null || (!m.IsLead && !met.Exists(t => IsAround(m, t))))
            .OrderBy(m => m.Id is null).ThenBy(m => m.Date.Start).ThenBy(m => m.Date.Precision).ThenBy(m => m.Event, StringComparer.Ordinal)];
    }

    /// <summary>An article that names a configured event, and the same day in other words, speaks of one event.</summary>
    private static List<Weighed> Named(List<Weighed> readings)
    {
        var known = readings.Where(r => Told(r) is { MilestoneId: not null, Date.Precision: DatePrecision.Day }).ToLookup(r => (r.ItemId, Told(r).Date));
        return [.. readings.Select(r => Told(r) is { MilestoneId: null } told && known[(r.ItemId, told.Date)].FirstOrDefault() is { } named
            ? r with { Fact = told with { MilestoneId = Told(named).MilestoneId } } : r)];
    }

    // A journey to the event: told of it in one article, and over with it.
    private static bool IsAround(LedgerMilestone one, LedgerMilestone met) =>
        Math.Abs(one.Date.Start.DayNumber - met.Date.Start.DayNumber) <= DaysAround
        && one.Claims.Any(c => met.Claims.Any(m => m.Item.Id == c.Item.Id));

    private static MilestoneReading Told(Weighed reading) => (MilestoneReading)reading.Fact;

    private static List<List<Weighed>> Events(IEnumerable<Weighed> readings)
    {
        var events = new List<List<Weighed>>();
        foreach (var reading in readings)
        {
            var known = events.Find(e => e.Exists(r => IsOne(Told(r), Told(reading))));
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
        var (date, outcome) = (Told(told[0]).Date, MilestoneOutcome.Scheduled);
        foreach (var reading in told.Select(Told))
        {
            if (outcome == MilestoneOutcome.Met && reading.Outcome != MilestoneOutcome.Met)
            {
                continue;
            }

            var isMoved = !Fit(date, reading.Date) && reading.Outcome != MilestoneOutcome.Met;
            date = date == reading.Date || reading.Date.IsRefinedBy(date) ? date : reading.Date;
            outcome = reading.Outcome != MilestoneOutcome.Scheduled ? reading.Outcome : isMoved ? MilestoneOutcome.Slipped : outcome;
        }

        var first = Told(told[0]);
        var isExpected = counting.Count > 0 && outcome is MilestoneOutcome.Scheduled or MilestoneOutcome.Slipped && Told(told[^1]).Outcome == MilestoneOutcome.Scheduled;
        var name = first.MilestoneId is { } id && names.TryGetValue(id, out var given) ? given : first.Event;
        return new LedgerMilestone(
            first.MilestoneId, name, date, outcome, isExpected && date.End < today, counting.Count == 0, [.. told.Select(r => Told(r).Date).Distinct()],
            [.. Weighed.Sources(readings.Where(r => Told(r).Outcome == outcome)), .. Weighed.Sources(readings.Where(r => Told(r).Outcome != outcome))]);
    }
}
