using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Milestones;

namespace NewsWatcher.Tests.Extraction;

public sealed class MilestoneReaderTests
{
    private static readonly DateOnly Reported = new(2026, 2, 10);

    [Theory]
    [InlineData("A shortlist is due by the end of March.", "en", "2026-03-31")]
    [InlineData("The ministers meet in April.", "en", "2026-04")]
    [InlineData("A decision is expected next month.", "en", "2026-03")]
    [InlineData("Work will begin in January 2027.", "en", "2027-01")]
    [InlineData("Another round is set for March 3.", "en", "2026-03-03")]
    [InlineData("It closes on 3rd April 2026.", "en", "2026-04-03")]
    [InlineData("The ministers will meet on Thursday.", "en", "2026-02-12")]
    [InlineData("It should open in the fourth quarter of 2028.", "en", "2028-Q4")]
    [InlineData("It should open in Q3 2027.", "en", "2027-Q3")]
    [InlineData("It will open in the first half of next year.", "en", "2027-H1")]
    [InlineData("It will decide only after 2028.", "en", "2028")]
    [InlineData("Talks should end by year-end.", "en", "2026-12-31")]
    [InlineData("9月末までに決める。", "ja", "2026-09-30")]
    [InlineData("来年1月に着工する計画。", "ja", "2027-01")]
    [InlineData("2028年10〜12月期に稼働する予定。", "ja", "2028-Q4")]
    [InlineData("期間は5月14日まで。", "ja", "2026-05-14")]
    [InlineData("２０２７年３月の稼働を目指す。", "ja", "2027-03")]
    [InlineData("2027年度上半期に開業する予定。", "ja", "2027-H1")]
    [InlineData("내년 상반기 착공할 예정이다.", "ko", "2027-H1")]
    [InlineData("3월 말까지 결정한다.", "ko", "2026-03-31")]
    [InlineData("다음 달 서명할 예정이다.", "ko", "2026-03")]
    [InlineData("2028년 4분기 가동할 계획이다.", "ko", "2028-Q4")]
    [InlineData("计划于明年第一季度开工。", "zh", "2027-Q1")]
    [InlineData("预计6月底前完成。", "zh", "2026-06-30")]
    [InlineData("将于5月8日退市。", "zh", "2026-05-08")]
    [InlineData("Der Bau soll Ende März 2027 beginnen.", "de", "2027-03-31")]
    [InlineData("Les travaux débuteront en juin 2027.", "fr", "2027-06")]
    [InlineData("La planta abrirá el 3 de marzo de 2027.", "es", "2027-03-03")]
    public void ExpectedEvent_IsResolved(string text, string language, string date)
    {
        var milestone = Assert.Single(MilestoneReader.Read(Reading.Title("", language), Reading.Text(text, language), Reported));

        Assert.Equal((date, MilestoneOutcome.Scheduled), (milestone.Date.ToString(), milestone.Outcome));
    }

    [Theory]
    [InlineData("2028年に決め、33年の出荷を目指す。", "ja", "2028;2033")]
    [InlineData("年内に案件を決める。", "ja", "2026-12-31")]
    [InlineData("Die Anlage soll 2031 in Betrieb gehen.", "de", "2031")]
    [InlineData("Die Eröffnung ist für das zweite Quartal 2027 geplant.", "de", "2027-Q2")]
    [InlineData("L'ouverture est repoussée à 2032.", "fr", "2032")]
    [InlineData("It will present the plan at April's summit.", "en", "2026-04")]
    [InlineData("It now expects to close in March rather than by the end of this year.", "en", "2026-03")]
    public void EveryExpectedEvent_IsResolved(string text, string language, string dates) =>
        Assert.Equal(dates, string.Join(';', MilestoneReader.Read(Reading.Title("", language), Reading.Text(text, language), Reported).Select(m => m.Date.ToString())));

    [Fact]
    public void HeadlinesYear_IsTheDayThatTheTextTells() =>
        Assert.Equal("2031-03", Assert.Single(MilestoneReader.Read(Reading.Title("Heron Bay to open in 2031"), Reading.Text("It will open in March 2031."), Reported)).Date.ToString());

    [Theory]
    [InlineData("The firm was founded in 1911.", "en")]
    [InlineData("Exports will grow from the mid-2030s.", "en")]
    [InlineData("Norlund expects revenue of 4 billion dollars in 2027.", "en")]
    [InlineData("It would be the biggest takeover of the year.", "en")]
    [InlineData("It was the first to come out of January's pact.", "en")]
    [InlineData("预计接待游客2100万人次。", "zh")]
    [InlineData("27年12月期の売上高は340億円の見込み。", "ja")]
    [InlineData("Sales rose in 2024.", "en")]
    [InlineData("Volumes fell in January from a year earlier.", "en")]
    [InlineData("Norlund said on Monday it was content.", "en")]
    [InlineData("They may march on, and may not.", "en")]
    [InlineData("It employs 2,050 people and paid $2,030.", "en")]
    [InlineData("It lasted 3 months and 31 days.", "en")]
    [InlineData("3日に発表した。", "ja")]
    [InlineData("5年間で3カ月を要した。", "ja")]
    [InlineData("2026年2月30日と13月45日。", "ja")]
    [InlineData("99999999年", "ja")]
    [InlineData("", "en")]
    public void PastOrImpossibleDates_AreNoMilestones(string text, string language) =>
        Assert.Empty(MilestoneReader.Read(Reading.Title("", language), Reading.Text(text, language), Reported));

    [Theory]
    [InlineData("The leaders' summit was held on 4 February.", "2026-02-04", MilestoneOutcome.Met)]
    [InlineData("The summit was postponed to 19 March.", "2026-03-19", MilestoneOutcome.Slipped)]
    [InlineData("The summit is set for 19 March.", "2026-03-19", MilestoneOutcome.Scheduled)]
    public void ConfiguredMilestone_HasItsOutcome(string text, string date, MilestoneOutcome outcome)
    {
        var milestone = Assert.Single(MilestoneReader.Read(Reading.Title(""), Reading.Text(text), Reported));

        Assert.Equal(("summit", date, outcome), (milestone.MilestoneId, milestone.Date.ToString(), milestone.Outcome));
    }

    [Theory]
    [InlineData("It opens in April 2027, after talks next month.", "2027-04")]
    public void UnknownDay_LeavesRelativeDatesUnresolved(string text, string date) =>
        Assert.Equal(date, Assert.Single(MilestoneReader.Read(Reading.Title(""), Reading.Text(text), reported: null)).Date.ToString());

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void EdgeOfTheCalendar_IsNoException(int year, int month, int day) =>
        Assert.Empty(MilestoneReader.Read(Reading.Title(""), Reading.Text("It will open next month, by the end of next year."), new DateOnly(year, month, day)));

    [Theory]
    [InlineData("OSLO, Feb 10 (Ledger) – Norway's parliament will vote on March 3 on a bill that pays for it, the speaker said.", "en", "Norway's parliament will vote")]
    [InlineData("They said the list could be ready when the ministers of both states meet in April.", "en", "the ministers of both states meet")]
    [InlineData("Members have until March 6 to vote on the plan.", "en", "Members have to vote on the plan")]
    [InlineData("出発は3月18日を見込んでいます。", "ja", "出発")]
    [InlineData("공장은 2028년 4분기 가동할 계획이다.", "ko", "공장은 가동할 계획이다")]
    [InlineData("计划于明年第一季度开工。", "zh", "计划开工")]
    public void Event_IsAShortPhraseOfItsClause(string text, string language, string name) =>
        Assert.Equal(name, Assert.Single(MilestoneReader.Read(Reading.Title("", language), Reading.Text(text, language), Reported)).Event);

    [Theory]
    [InlineData("Alder and Birch will meet on March 19.", "summit")]
    [InlineData("The summit will take place in Oslo on March 19.", "summit")]
    [InlineData("The summit's host spoke at length, and bids may be made until March 19.", null)]
    public void ConfiguredEvent_NeedsItsNameInTheClauseOfTheDate(string text, string? id) =>
        Assert.Equal(id, Assert.Single(MilestoneReader.Read(Reading.Title(""), Reading.Text(text), Reported)).MilestoneId);

    [Fact]
    public void NumberOfTheNextParagraph_IsNoDay() =>
        Assert.Equal("2026-03", Assert.Single(MilestoneReader.Read(Reading.Title(""), Reading.Text("The summit is expected in March.\n5. Watch the ports."), Reported)).Date.ToString());

    [Fact]
    public void ConfiguredEvent_ThatTookPlaceIsMet()
    {
        var met = Assert.Single(MilestoneReader.Read(Reading.Title(""), Reading.Text("The leaders held their summit on 9 February."), Reported));

        Assert.Equal(("summit", MilestoneOutcome.Met), (met.MilestoneId, met.Outcome));
    }
}
