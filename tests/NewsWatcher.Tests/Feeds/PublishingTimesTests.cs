using System.Text;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;

namespace NewsWatcher.Tests.Feeds;

public sealed class PublishingTimesTests
{
    // A Monday.
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 20, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("<skipHours><hour>9</hour><hour>10</hour></skipHours>", 11, 0)]
    [InlineData("<skipHours><hour>8</hour></skipHours>", 9, 20)]
    [InlineData("<skipDays><day>Monday</day></skipDays>", 24, 0)]
    [InlineData("<skipDays><day> monday </day><day>TUESDAY</day></skipDays>", 48, 0)]
    [InlineData("<skipHours><hour>9</hour></skipHours><skipDays><day>Tuesday</day></skipDays>", 10, 0)]
    public void HoursAndDaysToSkip_AreSkipped(string wish, int hour, int minute) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 0, 0, 0, TimeSpan.Zero).AddHours(hour).AddMinutes(minute), Read(wish).FirstOpen(Now));

    [Theory]
    [InlineData("<skipHours>0 1 2</skipHours>")]
    [InlineData("<skipHours><hour>-1</hour><hour>25</hour><hour>99999999999999</hour><hour>nine</hour><hour/></skipHours>")]
    [InlineData("<skipDays><day>Funday</day><day/></skipDays>")]
    [InlineData("<skipHours/><skipDays/>")]
    public void WishesThatMeanNothing_AreNone(string wish) => Assert.Equal(PublishingTimes.Any, Read(wish));

    [Fact]
    public void FeedThatNeverPublishes_IsNotBelieved()
    {
        var hours = string.Concat(Enumerable.Range(0, 24).Select(h => $"<hour>{h}</hour>"));
        var days = string.Concat(Enum.GetNames<DayOfWeek>().Select(d => $"<day>{d}</day>"));

        Assert.Equal(Now, Read($"<skipHours>{hours}</skipHours><skipDays>{days}</skipDays>").FirstOpen(Now));
    }

    [Fact]
    public void HourTwentyFour_IsMidnight() => Assert.Equal(1, Read("<skipHours><hour>24</hour></skipHours>").SkippedHours);

    [Fact]
    public void PollAtASkippedHour_WaitsForTheNextOpenOne()
    {
        var wait = Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.NotModified, Times = Read("<skipHours><hour>10</hour><hour>11</hour></skipHours>") });

        Assert.InRange(Now + wait, new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 23, 12, 10, 0, TimeSpan.Zero));
    }

    [Fact]
    public void LongWeekend_IsNoReasonToStayAwayForMoreThanADay() =>
        Assert.Equal(TimeSpan.FromDays(1), Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.Ok, Times = Read("<skipDays><day>Monday</day><day>Tuesday</day><day>Wednesday</day></skipDays>") }));

    [Fact]
    public void WhatAPersonConfigured_IsNotMoved() =>
        Assert.InRange(Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.Ok, Every = TimeSpan.FromMinutes(60), Times = Read("<skipHours><hour>10</hour></skipHours>") }).TotalMinutes, 54, 66);

    [Fact]
    public void UpdateBase_SaysWhenTheUpdatesCome()
    {
        var times = Read("<sy:updateBase>2000-01-01T00:45+00:00</sy:updateBase>");

        var due = Now + Wait(new PollEnd { FeedId = "f", Outcome = OutcomeClass.Ok, Ttl = TimeSpan.FromHours(1), Times = times });

        Assert.InRange(due, new DateTimeOffset(2026, 11, 23, 10, 45, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 23, 10, 51, 0, TimeSpan.Zero));
    }

    private static TimeSpan Wait(PollEnd end) => FeedSchedule.Next(Now, end) - Now;

    private static PublishingTimes Read(string head) => Assert.IsType<FeedRead.Document>(FeedReader.Read(
        Encoding.UTF8.GetBytes($"<rss version='2.0' xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'><channel><title>t</title>{head}<item><title>i</title></item></channel></rss>"), null, null)).Times;
}
