using NewsWatcher.Articles;

namespace NewsWatcher.Tests.Articles;

public sealed class DateTextTests
{
    [Theory]
    [InlineData("2026-02-17T14:05:00+01:00", "2026-02-17T14:05:00+01:00")]
    [InlineData("2026-02-17T14:05:00.123Z", "2026-02-17T14:05:00+00:00")]
    [InlineData("2026-02-17 14:05:00 +0900", "2026-02-17T14:05:00+09:00")]
    [InlineData("2026-02-17", "2026-02-17")]
    [InlineData("2026/2/7 8:00", "2026-02-07")]
    [InlineData("Tue, 17 Feb 2026 14:05:00 GMT", "2026-02-17T14:05:00+00:00")]
    [InlineData("February 17, 2026", "2026-02-17")]
    [InlineData("Published Feb. 17th, 2026 at 3:05 pm", "2026-02-17")]
    [InlineData("17. Februar 2026, 14:05 Uhr", "2026-02-17")]
    [InlineData("le 17 février 2026 à 14h05", "2026-02-17")]
    [InlineData("17 de febrero de 2026", "2026-02-17")]
    [InlineData("2026年2月17日 14時05分", "2026-02-17")]
    [InlineData("２０２６年２月１７日", "2026-02-17")]
    [InlineData("2026년 2월 17일", "2026-02-17")]
    [InlineData("17.02.2026", "2026-02-17")]
    [InlineData("2/17/2026", "2026-02-17")]
    [InlineData("1771333500", "2026-02-17T13:05:00+00:00")]
    public void WrittenDate_IsRead(string text, string date)
    {
        Assert.Equal(date, DateText.Read(text)?.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026-13-45")]
    [InlineData("31 February 2026")]
    [InlineData("1969-12-31")]
    [InlineData("two days ago")]
    [InlineData("2026-02-17T99:99:99+99:99 0000-00-00", true)]
    public void OddText_IsNoInstant(string? text, bool dayOnly = false)
    {
        var read = DateText.Read(text);

        Assert.Equal(dayOnly, read is { DateOnly: true });
    }

    [Fact]
    public void AmericanPage_PutsTheMonthFirst()
    {
        Assert.Equal("2026-03-04", DateText.Read("03/04/2026", dayFirst: false)?.ToString());
        Assert.Equal("2026-04-03", DateText.Read("03/04/2026", dayFirst: true)?.ToString());
    }

    [Theory]
    [InlineData("https://news.example/2026/02/17/story", "2026-02-17")]
    [InlineData("https://news.example/story-2026-02-17.html", "2026-02-17")]
    [InlineData("https://news.example/20260217/story", "2026-02-17")]
    [InlineData("https://news.example/story/20269917", null)]
    [InlineData("https://news.example/2026", null)]
    public void Address_MayCarryTheDay(string address, string? date)
    {
        Assert.Equal(date, DateText.OfAddress(address)?.ToString());
    }
}
