using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Tests.Extraction.Amounts;

public sealed class AmountPlacerTests
{
    private static readonly FollowedDeal Deal = new()
    {
        Root = new()
        {
            Id = "harbour",
            Kind = DealKind.Umbrella,
            Name = "Harbour Investment Framework",
            Aliases = ["港湾投資枠組み", "항만 투자 협력", "港口投资框架"],
            Headline = new(550_000_000_000m, "USD", Qualifier.Exact),
            Parties = [new("Norland", PartyRole.Government, ["ノルランド", "노를란드", "诺尔兰"]), new("Suderia", PartyRole.Government, ["スデリア"])],
            Parts =
            [
                new() { Id = "harbour/gas", Kind = DealKind.Project, Name = "gas plant", Aliases = ["ガス火力", "가스 발전소", "燃气电厂"] },
                new() { Id = "harbour/port", Kind = DealKind.Project, Name = "crude terminal", Aliases = ["原油ターミナル", "원유 터미널", "原油码头"] },
                new() { Id = "harbour/phase-1", Kind = DealKind.Tranche, Name = "Phase 1" },
            ],
        },
        Lookalikes = ["Westmark", "ウェストマルク"],
    };

    [Theory]
    [InlineData("en", "Under the Harbour Investment Framework Norland pledged $550 billion.", "Headline harbour")]
    [InlineData("en", "Norland will invest $55 billion under the Harbour Investment Framework.", "Headline harbour")]
    [InlineData("en", "The first phase could total up to $36 billion, Norland said.", "Tranche harbour/phase-1")]
    [InlineData("en", "It has a $33.3 billion gas plant and a $2.1 billion crude terminal.", "Project harbour/gas; Project harbour/port")]
    [InlineData("en", "The gas plant will cost $6.8 billion and the crude terminal $2.4 billion.", "Project harbour/gas; Project harbour/port")]
    [InlineData("en", "The crude terminal and the gas plant will cost $2 billion and $7 billion, respectively.", "Project harbour/port; Project harbour/gas")]
    [InlineData("en", "The gas plant and the crude terminal together cost $9.2 billion.", "Tranche harbour")]
    [InlineData("en", "A bank gave a loan of $2.2 billion for the gas plant.", "Tranche harbour/gas")]
    [InlineData("en", "Westmark has a similar $350 billion deal with Norland.", "Background -")]
    [InlineData("en", "The crude terminal would add exports of $2 billion a year.", "Background -")]
    [InlineData("en", "The gas plant costs 3 trillion yen ($21 billion).", "Project harbour/gas; Project harbour/gas")]
    [InlineData("ja", "港湾投資枠組みの第1弾は、ガス火力（約333億ドル）と原油ターミナル（21億ドル）だ。", "Project harbour/gas; Project harbour/port")]
    [InlineData("ja", "ウェストマルクの投資は3500億ドルだ。", "Background -")]
    [InlineData("ja", "港湾投資枠組みの第1弾は最大360億ドルになる。", "Tranche harbour/phase-1")]
    [InlineData("ko", "항만 투자 협력 1단계는 최대 360억 달러다.", "Tranche harbour/phase-1")]
    [InlineData("ko", "333억 달러 규모의 가스 발전소와 21억 달러의 원유 터미널이 포함됐다.", "Project harbour/gas; Project harbour/port")]
    [InlineData("zh", "首批项目包括333亿美元的燃气电厂和21亿美元的原油码头。", "Project harbour/gas; Project harbour/port")]
    [InlineData("zh", "港口投资框架总额5500亿美元。", "Headline harbour")]
    public void Sum_IsPlacedWithThePartThatItIsSaidOf(string language, string text, string expected) =>
        Assert.Equal(expected, string.Join("; ", Place(language, "Harbour Investment Framework", text).Select(a => $"{a.Role} {a.PartId ?? "-"}")));

    [Fact]
    public void SameFigureInATitle_TakesTheRoleThatTheTextGives()
    {
        var placed = Place("en", "Up to $21 billion to start the Harbour Investment Framework", "The first phase could reach $21 billion.");

        Assert.All(placed, a => Assert.Equal((AmountRole.Tranche, "harbour/phase-1"), (a.Role, a.PartId)));
    }

    [Fact]
    public void ArticleOfNoFollowedDeal_IsLeftAsRead()
    {
        var placed = Assert.Single(Place("en", "Noodles", "Norland Foods recalls soup at a cost of $3 million."));

        Assert.Null(placed.PartId);
    }

    [Fact]
    public void NoDeals_LeaveSumsAsRead()
    {
        var title = new Passage("A $3 billion bid", InTitle: true, "en");

        Assert.Single(new AmountPlacer([]).Place(title, AmountReader.Read(title), new("", InTitle: false, "en"), []));
    }

    private static IReadOnlyList<Amount> Place(string language, string title, string text)
    {
        var (titlePassage, textPassage) = (new Passage(title, InTitle: true, language), new Passage(text, InTitle: false, language));
        return new AmountPlacer([Deal]).Place(titlePassage, AmountReader.Read(titlePassage), textPassage, AmountReader.Read(textPassage));
    }
}
