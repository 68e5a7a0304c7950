using System.Globalization;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class ListingDateTests
{
    private static readonly TimeZoneInfo Tokyo = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    [Theory]
    [InlineData("2026年2月18日", "2026-02-18T00:00")]
    [InlineData("2026年2月18日（水）", "2026-02-18T00:00")]
    [InlineData("公開日：２０２６年２月１８日 9時30分", "2026-02-18T00:30")]
    [InlineData("令和8年2月18日", "2026-02-18T00:00")]
    [InlineData("令和元年5月7日", "2019-05-07T00:00")]
    [InlineData("平成31年4月1日", "2019-04-01T00:00")]
    [InlineData("2026년 2월 18일", "2026-02-18T00:00")]
    [InlineData("2026.02.18", "2026-02-18T00:00")]
    [InlineData("2026-02-18 09:30", "2026-02-18T00:30")]
    [InlineData("2026-02-18T09:30:00", "2026-02-18T00:30")]
    [InlineData("2026-02-18T09:30:00Z", "2026-02-18T09:30")]
    [InlineData("2026-02-18T09:30:00+01:00", "2026-02-18T08:30")]
    [InlineData("Press release | 18 February 2026 | Tokyo, 3 documents", "2026-02-18T00:00")]
    [InlineData("Posted on February 18th, 2026 at 9:30 a.m.", "2026-02-18T00:30")]
    [InlineData("Feb. 18, 2026, 9:30 a.m. EST", "2026-02-18T14:30")]
    [InlineData("Wed, 18 Feb 2026 09:30:00 GMT", "2026-02-18T09:30")]
    [InlineData("le 18 février 2026", "2026-02-18T00:00")]
    [InlineData("18. Februar 2026, 09:30 Uhr", "2026-02-18T00:30")]
    [InlineData("18.02.2026", "2026-02-18T00:00")]
    [InlineData("soon", null)]
    [InlineData("", null)]
    [InlineData("31 February 2026", null)]
    [InlineData("\uD800 2026", null)]
    public void Date_IsFoundInWhatStandsAroundIt(string text, string? utc) =>
        Assert.Equal(utc, ListingDate.Read(text, Tokyo)?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));

    [Fact]
    public void HourThatTheClocksLeaveOut_IsStillADate() =>
        Assert.NotNull(ListingDate.Read("29 March 2026 02:30", TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));

    [Theory]
    [InlineData("2")]
    [InlineData("a ")]
    [InlineData("1/")]
    [InlineData("令和")]
    public void TextWithoutEnd_IsNoDate(string part) => Assert.Null(ListingDate.Read(string.Concat(Enumerable.Repeat(part, 1_000_000)), Tokyo));
}
