namespace NewsWatcher.Feeds;

/// <summary>How often a feed was seen to bring something new, older sights counting less.</summary>
/// <param name="Batches">Polls that found something new.</param>
/// <param name="Watched">The time over which they were found.</param>
/// <remarks>The mean of a gamma-Poisson estimate; why this one stands in docs/decisions/adaptive-intervals.md.</remarks>
public sealed record ChangeRate(double Batches, TimeSpan Watched)
{
    // Four polls for each batch of news: it is told, on average, within an eighth of the time between two batches.
    private const int PollsPerBatch = 4;
    private const double MostSeeded = 10;
    private const int FewestDates = 3;

    private static readonly TimeSpan HalfLife = TimeSpan.FromDays(7);
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(28);
    private static readonly TimeSpan OneBatch = TimeSpan.FromMinutes(5);

    // What came while nobody looked for longer than this is one batch to us, and says nothing about how often news come.
    private static readonly TimeSpan LongestGap = TimeSpan.FromDays(1);

    public static ChangeRate Unknown { get; } = new(0, TimeSpan.Zero);

    /// <summary>What the dates of a feed's first document tell of its past.</summary>
    public static ChangeRate OfDates(IEnumerable<DateTimeOffset> dates, DateTimeOffset now)
    {
        var known = dates.Where(d => d <= now).Order().ToList();
        if (known.Count < FewestDates)
        {
            return Unknown;
        }

        var since = known[0] > now - Remembered ? known[0] : now - Remembered;
        var (batches, last) = (0, DateTimeOffset.MinValue);
        foreach (var date in known.Where(d => d >= since && d - last >= OneBatch))
        {
            (batches, last) = (batches + 1, date);
        }

        var weight = batches > MostSeeded ? MostSeeded / batches : 1;
        return new(batches * weight, (now - since) * weight);
    }

    /// <param name="gap">Since the poll before.</param>
    public ChangeRate After(TimeSpan gap, bool foundNew)
    {
        var watched = gap < TimeSpan.Zero ? TimeSpan.Zero : gap > LongestGap ? LongestGap : gap;
        var kept = Math.Pow(0.5, watched / HalfLife);
        return new((Batches * kept) + (foundNew ? 1 : 0), (Watched * kept) + watched);
    }

    /// <summary>How long to wait between two polls, not bounded yet.</summary>
    /// <param name="unknown">Of a feed of which nothing is known; its weight is that of one batch.</param>
    public TimeSpan Interval(TimeSpan unknown) => (Watched + (unknown * PollsPerBatch)) / (Batches + 1) / PollsPerBatch;
}
