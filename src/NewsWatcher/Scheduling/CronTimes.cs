using Quartz;

namespace NewsWatcher.Scheduling;

/// <summary>Evaluates the cron expressions of feeds.</summary>
internal static class CronTimes
{
    /// <summary>Why an expression cannot be used; null when it can.</summary>
    public static string? Fault(string cron)
    {
        try
        {
            return new CronExpression(cron).GetNextValidTimeAfter(TimeProvider.System.GetUtcNow()) is null ? "names no time to come" : null;
        }
        catch (Exception e) when (e is FormatException or ArgumentException or SchedulerException)
        {
            return "is no Quartz cron expression (" + e.Message.TrimEnd('.') + ")";
        }
    }

    /// <summary>Null when the expression or the zone cannot be read, or there is no next time.</summary>
    public static DateTimeOffset? Next(string cron, string? timeZone, DateTimeOffset after)
    {
        var zone = TimeZoneInfo.Utc;
        if (timeZone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out zone))
        {
            return null;
        }

        try
        {
            return new CronExpression(cron, zone).GetNextValidTimeAfter(after);
        }
        catch (Exception e) when (e is FormatException or ArgumentException or SchedulerException)
        {
            return null;
        }
    }
}
