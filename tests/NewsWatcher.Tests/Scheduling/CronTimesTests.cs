using NewsWatcher.Scheduling;

namespace NewsWatcher.Tests.Scheduling;

public sealed class CronTimesTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("0 0 12 * * ?", null, "2026-03-20T12:00:00Z")]
    [InlineData("0 0 8 ? * MON-FRI", "Asia/Tokyo", "2026-03-22T23:00:00Z")]
    public void Expression_IsReadInItsZone(string cron, string? zone, string next) =>
        Assert.Equal(DateTimeOffset.Parse(next, System.Globalization.CultureInfo.InvariantCulture), CronTimes.Next(cron, zone, Now));

    [Theory]
    [InlineData("", null)]
    [InlineData("every now and then", null)]
    [InlineData("0 0 12 * * ?", "Nowhere/Land")]
    [InlineData("0 0 0 1 1 ? 2020", null)]
    public void ExpressionWithoutATime_HasNone(string cron, string? zone) => Assert.Null(CronTimes.Next(cron, zone, Now));
}
