using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Review;

/// <summary>Instants and dates in words, always UTC.</summary>
public static class Dates
{
    public static string Day(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Of the day that it is, the time alone; of the year that it is, without the year. UTC, which whoever shows it has to say.</summary>
    public static string Brief(DateTimeOffset at, DateTimeOffset now) => at.UtcDateTime.ToString(
        at.UtcDateTime.Date == now.UtcDateTime.Date ? "HH:mm" : at.UtcDateTime.Year == now.UtcDateTime.Year ? "d MMM, HH:mm" : "d MMM yyyy, HH:mm", CultureInfo.InvariantCulture);

    public static string Machine(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>As precisely as it is known: "March 2026", "second half of 2026".</summary>
    public static string Partial(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => date.Start.ToString("d MMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Month => date.Start.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"quarter {((date.Start.Month - 1) / 3) + 1} of {date.Start.Year}"),
        DatePrecision.Half => string.Create(CultureInfo.InvariantCulture, $"{(date.Start.Month == 1 ? "first" : "second")} half of {date.Start.Year}"),
        _ => date.Start.Year.ToString(CultureInfo.InvariantCulture),
    };
}
