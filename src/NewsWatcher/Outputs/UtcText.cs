using System.Globalization;

namespace NewsWatcher.Outputs;

/// <summary>Instants as written to the outside, always UTC.</summary>
internal static class UtcText
{
    /// <summary>"2026-02-18T09:00:00Z", for programs.</summary>
    public static string? Iso(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"2026-02-18".</summary>
    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Of today the time alone, of this year without the year, so that lists fit a terminal; empty for null.</summary>
    public static string Short(DateTimeOffset? at, DateTimeOffset now) =>
        at is not { } known ? "" : known.UtcDateTime.Date == now.UtcDateTime.Date ? Minute(known)[11..] : known.Year == now.Year ? Minute(known)[5..] : Minute(known);

    /// <summary>"2026-02-18 09:00", for people; "" for none.</summary>
    public static string Minute(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
