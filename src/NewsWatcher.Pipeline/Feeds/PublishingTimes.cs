using System.Globalization;

namespace NewsWatcher.Feeds;

/// <summary>When a feed says that it publishes: the hours and days (UTC) in which nothing comes, and from when its period counts.</summary>
/// <param name="SkippedHours">Bit 0 is the hour from midnight.</param>
/// <param name="SkippedDays">Bit 0 is Sunday.</param>
/// <param name="Base">sy:updateBase: a time of an update; the others lie whole periods away from it.</param>
public sealed record PublishingTimes(int SkippedHours, int SkippedDays, DateTimeOffset? Base)
{
    private const int AllHours = (1 << 24) - 1;
    private const int AllDays = (1 << 7) - 1;
    private const int HoursAhead = 8 * 24;
    private const int MaxNamed = 64;

    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static PublishingTimes Any { get; } = new(0, 0, null);

    internal static PublishingTimes Of(FeedNodes head)
    {
        var hours = Named(head, "skiphours", "hour").Aggregate(0, (all, h) => int.TryParse(h, NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour <= 24 ? all | (1 << (hour % 24)) : all);
        var days = Named(head, "skipdays", "day").Aggregate(0, (all, d) => Array.IndexOf(Days, d.ToLowerInvariant()) is >= 0 and var day ? all | (1 << day) : all);
        return new(hours, days, FeedDate.Read(head.Text("sy:updatebase")));
    }

    /// <summary>The first instant from <paramref name="at"/> on at which something may come. A feed that never publishes is not believed.</summary>
    public DateTimeOffset FirstOpen(DateTimeOffset at)
    {
        var (hours, days) = ((SkippedHours & AllHours) == AllHours ? 0 : SkippedHours, (SkippedDays & AllDays) == AllDays ? 0 : SkippedDays);
        var utc = at.ToUniversalTime();
        for (var ahead = 0; ahead < HoursAhead && IsSkipped(utc, hours, days); ahead++)
        {
            utc = new DateTimeOffset(utc.Year, utc.Month, utc.Day, utc.Hour, 0, 0, TimeSpan.Zero).AddHours(1);
        }

        return utc;
    }

    /// <summary>The first update from <paramref name="at"/> on, where the feed names one of them; else the instant itself.</summary>
    public DateTimeOffset FirstUpdate(DateTimeOffset at, TimeSpan period)
    {
        if (Base is not { } from || period <= TimeSpan.Zero)
        {
            return at;
        }

        var late = (at - from).Ticks % period.Ticks;
        return late == 0 ? at : at.AddTicks(late > 0 ? period.Ticks - late : -late);
    }

    private static bool IsSkipped(DateTimeOffset at, int hours, int days) => ((hours >> at.Hour) & 1) == 1 || ((days >> (int)at.DayOfWeek) & 1) == 1;

    private static IEnumerable<string> Named(FeedNodes head, string list, string name) =>
        head.First(list) is { } skipped ? new FeedNodes(skipped).All(name).Take(MaxNamed).Select(e => e.Value.Trim()) : [];
}
