using System.Globalization;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedDateTests
{
    [Theory]
    [InlineData("Mon, 23 Nov 2026 09:00:00 GMT", "2026-11-23T09:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 09:00:00 EST", "2026-11-23T14:00:00Z")]
    [InlineData("Mon, 23 Nov 2026 18:00:00 JST", "2026-11-23T09:00:00Z")]
    [InlineData("23 Nov 26 9:00 am +0100", "2026-11-23T08:00:00Z")]
    [InlineData("Mo, 23 Okt 2026 09:00:00 +0200", "2026-10-23T07:00:00Z")]
    [InlineData("mar., 24 nov. 2026 09:00:00 +0100", "2026-11-24T08:00:00Z")]
    [InlineData("Пн, 23 ноя 2026 12:00:00 MSK", "2026-11-23T09:00:00Z")]
    [InlineData("Nov 23rd, 2026 12:30 PM", "2026-11-23T12:30:00Z")]
    [InlineData("Thu Aug 30 2012 17:26:16 +0200", "2012-08-30T15:26:16Z")]
    [InlineData("Mon Nov 23 09:00:00 2026", "2026-11-23T09:00:00Z")]
    [InlineData("Mon Nov 23 09:00:00 EST 2026", "2026-11-23T14:00:00Z")]
    [InlineData("2026-11-23", "2026-11-23T00:00:00Z")]
    [InlineData("2026-11-23T18:00:00.123+09:00", "2026-11-23T09:00:00Z")]
    [InlineData("20261123T090000Z", "2026-11-23T09:00:00Z")]
    [InlineData("2026/11/23 09:00:00 EDT", "2026-11-23T13:00:00Z")]
    [InlineData("2026年11月23日 09:00", "2026-11-23T09:00:00Z")]
    [InlineData("23.11.2026 09:00", "2026-11-23T09:00:00Z")]
    [InlineData("2026-327", "2026-11-23T00:00:00Z")]
    [InlineData("Thu, 31 Dec 2026 23:59:60 GMT", "2027-01-01T00:00:00Z")]
    public void DatesAsPublishersWriteThem_AreRead(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), FeedDate.Read(text)?.ToUniversalTime());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("yesterday")]
    [InlineData("Sun, 16 zzz 2012 11:47:32 GMT")]
    [InlineData("Sun, 99 Jun 2009 12:00:00 GMT")]
    [InlineData("2026-02-30")]
    [InlineData("9999-12-31T23:59:59-99:99")]
    [InlineData("Thu, 01 Jan 0100 00:00:01 +0100")]
    [InlineData("99999999999999999999")]
    [InlineData("２０２６-11-23")]
    [InlineData("1 1 1 1 1 1 1:1:1:1")]
    [InlineData("::::")]
    public void WhatIsNoDate_IsNull(string? text) => Assert.Null(FeedDate.Read(text));
}
