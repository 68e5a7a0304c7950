using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Stages;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Extraction;

public sealed class StageReaderTests
{
    [Theory]
    [InlineData("Norlund weighs bid for Pell, sources say", "en", Stage.Rumoured)]
    [InlineData("Norlund in talks to build port", "en", Stage.Negotiating)]
    [InlineData("Norlund launches tender offer for Pell", "en", Stage.Announced)]
    [InlineData("Oslo and Tokyo sign memorandum of understanding on port", "en", Stage.Mou)]
    [InlineData("Norlund agrees to buy Pell", "en", Stage.Agreed)]
    [InlineData("Cabinet approves Heron Bay terminal", "en", Stage.Approved)]
    [InlineData("Heron Bay reaches financial close", "en", Stage.Financed)]
    [InlineData("Norlund breaks ground at Heron Bay", "en", Stage.Construction)]
    [InlineData("Norlund completes takeover of Pell", "en", Stage.Completed)]
    [InlineData("Heron Bay decision postponed", "en", Stage.Delayed)]
    [InlineData("Norlund scraps Heron Bay project", "en", Stage.Cancelled)]
    [InlineData("Norlund signs host government agreement", "en", Stage.Agreed)]
    [InlineData("Norlund wins frigate contract", "en", Stage.Agreed)]
    [InlineData("Norlund takes final investment decision on Heron Bay", "en", Stage.Approved)]
    [InlineData("Norlund seals 2 billion euro loan", "en", Stage.Financed)]
    [InlineData("Work stops at Heron Bay", "en", Stage.Suspended)]
    [InlineData("Norlund puts Heron Bay on hold", "en", Stage.Suspended)]
    [InlineData("ノルンド、買収を検討", "ja", Stage.Rumoured)]
    [InlineData("第1弾で最終調整", "ja", Stage.Negotiating)]
    [InlineData("港湾整備で覚書", "ja", Stage.Mou)]
    [InlineData("ノルンドが正式契約を締結", "ja", Stage.Agreed)]
    [InlineData("ヘロン湾で起工式", "ja", Stage.Construction)]
    [InlineData("TOBが成立", "ja", Stage.Completed)]
    [InlineData("着工を延期", "ja", Stage.Delayed)]
    [InlineData("買収を断念", "ja", Stage.Cancelled)]
    [InlineData("노르룬드, 인수 검토", "ko", Stage.Rumoured)]
    [InlineData("양해각서 서명", "ko", Stage.Mou)]
    [InlineData("본계약 체결", "ko", Stage.Agreed)]
    [InlineData("인수 마무리", "ko", Stage.Completed)]
    [InlineData("诺伦德考虑收购", "zh", Stage.Rumoured)]
    [InlineData("两国签署谅解备忘录", "zh", Stage.Mou)]
    [InlineData("项目获批", "zh", Stage.Approved)]
    [InlineData("项目推迟", "zh", Stage.Delayed)]
    [InlineData("Konzern unterzeichnet Liefervertrag", "de", Stage.Agreed)]
    [InlineData("Le groupe a signé une lettre d'intention", "fr", Stage.Mou)]
    [InlineData("El grupo completa la adquisición", "es", Stage.Completed)]
    public void Headline_TellsItsStage(string title, string language, Stage stage)
    {
        var news = Assert.Single(StageReader.Read(Reading.Title(title, language), Reading.Text("", language), OutletTier.Major), s => s.IsNews);

        Assert.Equal(stage, news.Stage);
    }

    [Theory]
    [InlineData("No contract has been signed.", "en")]
    [InlineData("Nothing was signed on Monday, and no one broke the silence.", "en")]
    [InlineData("契約を締結していない。", "ja")]
    [InlineData("The bakery sells bread.", "en")]
    [InlineData("", "en")]
    public void WhatWasNotDone_IsNoBindingStage(string text, string language) =>
        Assert.DoesNotContain(StageReader.Read(Reading.Title("", language), Reading.Text(text, language), OutletTier.Major), s => s.Stage == Stage.Agreed);

    [Fact]
    public void UnnamedSources_NeverMakeItBinding()
    {
        var news = StageReader.Read(Reading.Title("Norlund agrees to buy Pell, sources say"), Reading.Text(""), OutletTier.Major).First(s => s.IsNews);

        Assert.Equal((Stage.Negotiating, SourceGrade.UnnamedSources), (news.Stage, news.Grade));
    }

    [Theory]
    [InlineData(OutletTier.Official, SourceGrade.OfficialDocument)]
    [InlineData(OutletTier.Aggregator, SourceGrade.Aggregator)]
    [InlineData(OutletTier.Wire, SourceGrade.Reported)]
    public void Tier_GradesTheStatement(OutletTier tier, SourceGrade grade) =>
        Assert.Equal(grade, StageReader.Read(Reading.Title("Norlund agrees to buy Pell"), Reading.Text(""), tier)[0].Grade);

    [Fact]
    public void WordsOfAStep_ThatStandApartMayTellThatItIsPlanned() =>
        Assert.True(Assert.Single(StageReader.Read(Reading.Title(""), Reading.Text("The loan agreement itself will be signed in November."), OutletTier.Major), s => s.Stage == Stage.Financed).Hedged);

    [Fact]
    public void PeopleWhoAttend_AreNoSources() =>
        Assert.Equal(Stage.Construction, Assert.Single(StageReader.Read(Reading.Title("", "ko"), Reading.Text("노르룬드는 6일 관계자 200명이 참석한 가운데 착공했다.", "ko"), OutletTier.Major), s => s.IsNews).Stage);

    [Fact]
    public void PlannedStep_IsNotTheNews()
    {
        var text = Reading.Text("Norlund signed a memorandum of understanding on Monday. It expects to break ground next year.");

        Assert.Equal(Stage.Mou, StageReader.Read(Reading.Title(""), text, OutletTier.Major).Single(s => s.IsNews).Stage);
    }

    [Fact]
    public void ListedProject_HasTheStageOfTheNews()
    {
        var stages = StageReader.Read(Reading.Title("Oslo announces first projects"), Reading.Text("Oslo pledged to invest on Monday. Heron Bay gets $2 billion."), OutletTier.Unknown);

        Assert.Contains(stages, s => s is { PartId: "tidewater/heron-bay", Stage: Stage.Announced, IsNews: false });
        Assert.Single(stages, s => s.IsNews);
    }

    [Theory]
    [InlineData("No decision on the sale has been taken, the board said.", "en", Stage.Rumoured)]
    [InlineData("The firm denied reports of a merger.", "en", Stage.Rumoured)]
    [InlineData("The ministries are coordinating on a list of projects.", "en", Stage.Negotiating)]
    [InlineData("詳細はまだ決まっていない。", "ja", Stage.Negotiating)]
    [InlineData("회사는 합병설을 부인했다.", "ko", Stage.Rumoured)]
    [InlineData("公司否认收购传闻。", "zh", Stage.Rumoured)]
    public void DenialOrOpenQuestion_IsNoStepTaken(string text, string language, Stage stage) =>
        Assert.Equal(stage, Assert.Single(StageReader.Read(Reading.Title("", language), Reading.Text(text, language), OutletTier.Unknown), s => s.IsNews).Stage);
}
