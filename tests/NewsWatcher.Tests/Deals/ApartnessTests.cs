using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Deals;

/// <summary>Only what no deal would be found in may be kept apart unread, whatever the deals, the language and the text.</summary>
public sealed class ApartnessTests
{
    private static readonly string[] Names =
        ["Peru", "US", "U.S.", "Fjordbanken", "Nordlicht AG", "Åland Rail", "base tunnel", "湖鉄道", "ペルー", "日鉄", "북해철도", "페루", "湖铁路", "秘鲁", "the lake's fund", "R&D \u2014 hub", "ＬＡＫＥ", "O’Neill", "S-Bahn", "US Steel"];

    private static readonly string[] Sums =
        ["$80 billion", "80 billion dollars", "eighty billion dollars", "half a trillion dollars", "$79.9bn", "US$80-85 billion", "80 billion won", "800億ドル", "八百億ドル", "1兆2,000億円", "80兆円", "8百億ドル", "800억 달러", "1조 2천억 원", "80조원", "800亿美元", "八百亿美元", "1.2万亿元", "$80,000,000,000", "80 people", "12 000 000 000 euros", "1.2 trillion yen", "between $70 and $80 billion"];

    private static readonly string[] Plain =
        ["Rain fell in the north", "nobody was hurt", "us and them", "大雨が降った", "誰も負傷しなかった", "비가 왔다", "다친 사람은 없다", "下雨了", "没有人受伤", "said on Monday", "\n\n", "Related articles\n", "3月15日", "in 2026", "\u3000", "…"];

    [Theory]
    [InlineData("en", 1)]
    [InlineData("ja", 2)]
    [InlineData("ko", 3)]
    [InlineData("zh", 4)]
    [InlineData(null, 5)]
    public void ItemInWhichADealIsFound_IsNeverApart(string? language, int seed)
    {
        var draw = new Random(seed);
        var (found, apart) = (0, 0);
        for (var configuration = 0; configuration < 30; configuration++)
        {
            FollowedDeal[] deals = [Deal("one", draw), Deal("two", draw)];
            var (matcher, extractor) = (new DealMatcher(deals), new FactExtractor(deals));
            for (var text = 0; text < 60; text++)
            {
                var article = new Article { Title = Text(draw, 2), Text = Text(draw, draw.Next(12)), Language = language };
                var matches = matcher.Match(article, extractor.Read(article, new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero), OutletTier.Major));
                var touches = matcher.Touches(article);

                Assert.True(touches || matches.Count == 0, $"{article.Title} | {article.Text}");
                found += matches.Count > 0 ? 1 : 0;
                apart += touches ? 0 : 1;
            }
        }

        Assert.InRange(found, 100, 1_700);
        Assert.InRange(apart, 100, 1_700);
    }

    // A name that the bound on a text's length cuts out of a longer word, and one behind it.
    [Theory]
    [InlineData(19_996, "Peruvians")]
    [InlineData(19_998, "USB")]
    [InlineData(19_990, "of Peru again")]
    [InlineData(20_001, "Peru")]
    public void NameAtTheEndOfWhatIsLookedAt_IsSeenByBoth(int at, string name)
    {
        var deals = DealFile.Read("""{"deals": [{"id": "d", "name": "Pact", "aliases": [], "parties": [{"name": "Peru", "role": "government", "aliases": []}, {"name": "U.S.", "role": "government", "aliases": ["US"]}]}]}""", "deals.json", []);
        var article = new Article { Title = "Rain", Text = new string('x', at - 1) + " " + name, Language = "en" };
        var matcher = new DealMatcher(deals);

        Assert.Equal(matcher.Match(article, ArticleFacts.None).Count > 0, matcher.Touches(article));
    }

    private static FollowedDeal Deal(string id, Random draw) => new()
    {
        Root = new FollowedPart
        {
            Id = id, Kind = DealKind.Umbrella, Name = Pick(draw, Names), Aliases = [Pick(draw, Names)], Keywords = [Pick(draw, Names)],
            Headline = draw.Next(4) == 0 ? null : new StatedTotal(draw.Next(2) == 0 ? 80_000_000_000m : 1_200_000_000_000m, Pick(draw, ["USD", "JPY", "KRW", "CNY"]), Qualifier.Exact),
            Parties = [new(Pick(draw, Names), PartyRole.Government, []), new(Pick(draw, Names), PartyRole.Investor, [Pick(draw, Names)])],
        },
        Lookalikes = [Pick(draw, Names)],
    };

    private static string Text(Random draw, int pieces) =>
        string.Concat(Enumerable.Range(0, pieces).Select(_ => (draw.Next(12) switch { 0 => Pick(draw, Names), 1 or 2 => Pick(draw, Sums), _ => Pick(draw, Plain) }) + Pick(draw, ["", " ", ", ", "。", ". "])));

    private static string Pick(Random draw, string[] of) => of[draw.Next(of.Length)];
}
