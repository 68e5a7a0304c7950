using System.Globalization;

namespace NewsWatcher.Outputs;

/// <summary>Instants as written to the outside, always UTC.</summary>
internal static class UtcText
{
    /// <summary>"2026-02-18T09:00:00Z", for programs.</summary>
    public static string? Iso(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>"2026-02-18".</summary>
    public static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>"2026-02-18 09:00", for people; "" for none.</summary>
    public static string Minute(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "";
}
