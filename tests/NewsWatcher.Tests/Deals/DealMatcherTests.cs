using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Deals;

/// <summary>Which articles belong to a deal, and what is said of those that do not.</summary>
public sealed class DealMatcherTests
{
    private const string Lake = "lake-line";
    private const string Hill = "hill-line";

    private static readonly IReadOnlyList<FollowedDeal> Deals = DealFile.Read("""
        {"deals": [
          {"id": "lake-line", "name": "Norway-Peru railway fund", "kind": "umbrella", "headline": {"value": 80000000000, "currency": "USD"},
           "aliases": ["$80 billion railway fund", "노르웨이 철도 기금", "挪威铁路基金"], "keywords": ["sleeper factory", "mountain railway"], "lookalikes": ["Chile", "칠레", "智利"],
           "parties": [{"name": "Norway", "role": "government", "aliases": ["Oslo", "노르웨이", "挪威"]}, {"name": "Peru", "role": "government", "aliases": ["Lima", "페루", "秘鲁"]},
                       {"name": "Fjordbanken", "role": "lender", "aliases": ["피오르은행"]}],
           "projects": [{"id": "tunnel", "name": "Andes base tunnel", "aliases": ["base tunnel"]}]},
          {"id": "hill-line", "name": "Chile cable car pact", "kind": "agreement", "headline": {"value": 3000000000, "currency": "EUR"},
           "aliases": ["cable car pact"], "keywords": ["gondola"], "lookalikes": ["Norway"],
           "parties": [{"name": "Chile", "role": "government", "aliases": ["Santiago"]}, {"name": "Seilbahn Nord", "role": "contractor", "aliases": []}]}
        ]}
        """, "deals.json", []);

    [Theory]
    [InlineData("Rain in the north", "Nobody was hurt, the mayor said.", false)]
    [InlineData("Rain in Lima", "Nobody was hurt.", true)]
    [InlineData("Rain", "The new gondola stood still.", true)]
    [InlineData("Rail money", "It is to cost 80 billion dollars.", true)]
    [InlineData("Rail money", "費用は800億ドルになる。", true)]
    [InlineData("Rail money", "It is to cost ８０ billion dollars.", true)]
    [InlineData("Rail money", "It is to cost eighty billion dollars.", true)]
    [InlineData("Rail money", "Eighty billion people; 80 billion trees.", false)]
    [InlineData("철도", "사업비는 8백억 달러다.", true)]
    [InlineData("Rail money", "It is to cost $79.8bn.", true)]
    [InlineData("Rail money", "It is to cost $71.2bn, 45 percent more.", false)]
    [InlineData("", "", false)]
    public void ArticleWithoutAnySignOfADeal_TouchesNone(string title, string text, bool touches)
    {
        Assert.Equal(touches, new DealMatcher(Deals).Touches(new Article { Title = title, Text = text }));
        Assert.True(touches || Match(title, text).Count == 0);
    }

    [Theory]
    [InlineData("Norway and Peru open the $80 billion railway fund", "The fund starts in May.", Lake)]
    [InlineData("Base tunnel moves ahead", "Fjordbanken will lend to the base tunnel, which Norway pays for, Peru said on Monday.", Lake)]
    [InlineData("Oslo signs", "Norway and Peru agreed on $80 billion for railways.", Lake)]
    [InlineData("노르웨이 철도 기금, 첫 사업 선정", "노르웨이와 페루는 800억 달러 규모의 첫 사업을 골랐다.", Lake)]
    [InlineData("挪威铁路基金选定首个项目", "挪威和秘鲁公布了800亿美元计划的首个项目。", Lake)]
    [InlineData("Andes base tunnel costs more", "The tunnel will open a year late, the builders told Peru.", Lake)]
    [InlineData("Cable car pact signed in Santiago", "Seilbahn Nord will build a gondola in Chile.", Hill)]
    public void ArticleOfADeal_BelongsToIt(string title, string text, string deal) =>
        Assert.Equal([deal], Match(title, text).Where(m => m.Belongs).Select(m => m.DealId));

    [Theory]
    [InlineData("Chile votes on its own $30 billion railway law", "SANTIAGO – Chile's parliament will vote next week.\n\nIt is smaller than the $80 billion railway fund that Norway and Peru agreed on, in which Fjordbanken takes part.")]
    [InlineData("Parliament votes on a railway law", "SANTIAGO – Chile will spend $30 billion.\n\nNorway has promised Peru a larger sum, $80 billion.")]
    [InlineData("칠레, 300억 달러 철도법 표결", "칠레 의회가 다음 주 표결한다.\n\n노르웨이는 페루에 800억 달러를 약속한 바 있다.")]
    [InlineData("智利将就铁路法案表决", "智利议会下周表决。\n\n挪威曾向秘鲁承诺800亿美元。")]
    public void NewsOfALookalike_IsHeldBack_WithTheReason(string title, string text)
    {
        var match = Match(title, text).Single(m => m.DealId == Lake);

        Assert.False(match.Belongs);
        Assert.Contains(match.Reasons, r => r.StartsWith("held back: it is about", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Norway and Peru go further than Chile", "The two open an $80 billion railway fund, larger than Chile's.")]
    [InlineData("$80 billion railway fund leaves Chile behind", "Norway and Peru have agreed on it.")]
    [InlineData("Like Chile before it, Peru builds", "LIMA – The base tunnel will be dug by Norway's engineers.\n\nPeru pays with the $80 billion of the fund.")]
    public void LookalikeThatIsOnlyNamed_HoldsNothingBack(string title, string text) =>
        Assert.Contains(Match(title, text), m => m is { DealId: Lake, Belongs: true });

    [Theory]
    [InlineData("Norway wins at skiing", "The team from Oslo won again.")]
    [InlineData("Why a base tunnel is right", "Norway has many of them.")]
    [InlineData("A sleeper factory closes", "The mountain railway needs no more sleepers.")]
    [InlineData("A base tunnel for somebody else", "It costs two billion.")]
    [InlineData("Fjordbanken opens a mountain railway", "The bank takes part in it.")]
    public void OneSignAlone_IsTooLittle(string title, string text) => Assert.DoesNotContain(Match(title, text), m => m.Belongs);

    [Theory]
    [InlineData("", "")]
    [InlineData("\uD800", "\uDFFF\uD800 $")]
    [InlineData("Peruvians and Norwegians", "Lamias, Oslos; Limanorway")]
    public void OddText_SpeaksForNothing(string title, string text) => Assert.DoesNotContain(Match(title, text), m => m.Belongs);

    [Fact]
    public void NamesAreFoundInAnyMultitude_AsWholeWords()
    {
        var index = new PhraseIndex();
        var ids = new[] { "up", "u.s.a", "base tunnel", "tunnel", "投資", "資" }.Select(index.Add).ToList();

        Assert.Equal([ids[1], ids[2], ids[3], ids[4], ids[5]], index.In("the u.s.a base tunnel (投資額) uptown").Select(f => f.Id).Order());
        Assert.Equal(ids[0], index.Add("up"));
        Assert.Empty(index.In(""));
    }

    private static IReadOnlyList<DealMatch> Match(string title, string text)
    {
        var article = new Article { Title = title, Text = text };
        return new DealMatcher(Deals).Match(article, new FactExtractor(Deals).Read(article, null, OutletTier.Major));
    }
}
