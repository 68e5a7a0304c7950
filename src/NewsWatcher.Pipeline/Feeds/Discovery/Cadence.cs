namespace NewsWatcher.Feeds.Discovery;

/// <summary>How often a feed seems to publish, by the dates of its entries.</summary>
/// <param name="PerDay">Null when fewer than three entries have a date, or all the same one.</param>
/// <param name="Newest">Null when none has a date.</param>
public sealed record Cadence(double? PerDay, DateTimeOffset? Newest)
{
    private const int FewestDates = 3;

    private static readonly DateTimeOffset FirstNews = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static Cadence Of(IEnumerable<Entry> entries, DateTimeOffset now)
    {
        var dates = entries.Select(e => e.Published ?? e.Updated).OfType<DateTimeOffset>().Where(d => d >= FirstNews && d <= now.AddHours(24)).ToList();
        if (dates.Count == 0)
        {
            return new(null, null);
        }

        var span = dates.Max() - dates.Min();
        return new(dates.Count < FewestDates || span <= TimeSpan.Zero ? null : (dates.Count - 1) / span.TotalDays, dates.Max());
    }
}
