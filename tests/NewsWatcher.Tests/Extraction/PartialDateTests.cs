using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Extraction;

public sealed class PartialDateTests
{
    [Theory]
    [InlineData("2026", "2026-01-01", "2026-12-31")]
    [InlineData("2026-H2", "2026-07-01", "2026-12-31")]
    [InlineData("2028-Q4", "2028-10-01", "2028-12-31")]
    [InlineData("2028-02", "2028-02-01", "2028-02-29")]
    [InlineData("2026-03-19", "2026-03-19", "2026-03-19")]
    public void KnownPrecision_RoundTripsAndHasBounds(string text, string start, string end)
    {
        Assert.True(PartialDate.TryParse(text, out var date));

        Assert.Equal((text, start, end), (date.ToString(), PartialDate.Day(date.Start).ToString(), PartialDate.Day(date.End).ToString()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("26")]
    [InlineData("2026-13")]
    [InlineData("2026-Q5")]
    [InlineData("2026-02-30")]
    [InlineData("２０２６")]
    public void AnythingElse_IsNoDate(string text) => Assert.False(PartialDate.TryParse(text, out _));

    [Fact]
    public void DayWithinTheMonth_RefinesIt() =>
        Assert.True(PartialDate.Month(2026, 3).IsRefinedBy(PartialDate.Day(2026, 3, 19)));
}
