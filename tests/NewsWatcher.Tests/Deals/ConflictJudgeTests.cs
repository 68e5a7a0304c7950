using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>Pairs of figures for one thing, the second in force, and why they differ.</summary>
public sealed class ConflictJudgeTests
{
    // "value scale currency qualifier day origin [/per] [sentence]"
    [Theory]
    [InlineData("33 billion USD about 2026-02-18 A", "33.3 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("33.3 billion USD exact 2026-02-18 A", "33 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("9 billion USD about 2026-02-18 A", "9.2 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("9.2 billion USD exact 2026-02-18 A", "9 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("2 billion USD about 2026-02-18 A", "2.1 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("2.1 billion USD exact 2026-02-18 A", "2 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("7 billion USD about 2026-02-18 A", "6.8 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("6.8 billion USD exact 2026-02-18 A", "7 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("2.4 billion USD about 2026-02-18 A", "2.38 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("2.38 billion USD exact 2026-02-18 A", "2.4 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("462 billion USD about 2026-02-18 A", "461.7 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("461.7 billion USD exact 2026-02-18 A", "462 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("1.3 trillion USD about 2026-02-18 A", "1.28 trillion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("1.28 trillion USD exact 2026-02-18 A", "1.3 trillion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("130 billion USD about 2026-02-18 A", "130.4 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("130.4 billion USD exact 2026-02-18 A", "130 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("17 billion USD about 2026-02-18 A", "16.9 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("16.9 billion USD exact 2026-02-18 A", "17 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("600 million USD about 2026-02-18 A", "601 million USD exact 2026-02-18 B", "Rounding")]
    [InlineData("601 million USD exact 2026-02-18 A", "600 million USD exact 2026-02-19 B", "Rounding")]
    [InlineData("40 billion USD about 2026-02-18 A", "40.2 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("40.2 billion USD exact 2026-02-18 A", "40 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("3.3 trillion USD about 2026-02-18 A", "3.32 trillion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("3.32 trillion USD exact 2026-02-18 A", "3.3 trillion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("550 billion USD about 2026-02-18 A", "549.9 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("549.9 billion USD exact 2026-02-18 A", "550 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("21 billion USD about 2026-02-18 A", "21.4 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("21.4 billion USD exact 2026-02-18 A", "21 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("100 billion USD about 2026-02-18 A", "98 billion USD exact 2026-02-18 B", "Rounding")]
    [InlineData("98 billion USD exact 2026-02-18 A", "100 billion USD exact 2026-02-19 B", "Rounding")]
    [InlineData("44 billion USD upTo 2026-01-10 A", "36 billion USD exact 2026-02-18 B", "Superseded")]
    [InlineData("21 billion USD upTo 2026-01-14 A", "17 billion USD about 2026-02-20 B", "Superseded")]
    [InlineData("410 billion USD about 2026-02-03 A", "432 billion USD exact 2026-03-11 B", "Superseded")]
    [InlineData("432 billion USD exact 2026-03-11 A", "462 billion USD exact 2026-04-24 B", "Superseded")]
    [InlineData("21 billion USD upTo 2026-04-08 A", "9.2 billion USD exact 2026-04-09 B", "Superseded")]
    [InlineData("50 billion USD atLeast 2025-10-01 A", "62 billion USD exact 2026-01-02 B", "Superseded")]
    [InlineData("10 billion USD exact 2026-01-01 A", "12.5 billion USD exact 2026-01-04 B", "Superseded")]
    [InlineData("80 billion USD about 2026-01-01 A", "65 billion USD about 2026-02-01 B", "Superseded")]
    [InlineData("5.5 billion USD exact 2026-03-01 A", "6.1 billion USD exact 2026-03-15 B", "Superseded")]
    [InlineData("300 billion USD upTo 2026-01-01 A", "250 billion USD upTo 2026-01-20 B", "Superseded")]
    [InlineData("15 billion USD upTo 2026-05-01 A", "11 billion USD about 2026-05-03 B", "Superseded")]
    [InlineData("55 billion USD exact 2026-02-12 A", "550 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("550 billion USD exact 2026-02-12 A", "55 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("550 trillion USD exact 2026-02-12 A", "550 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("36 million USD exact 2026-02-12 A", "36 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("3.6 billion USD exact 2026-02-12 A", "36 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("17 billion USD exact 2026-02-12 A", "17 trillion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("333 billion USD exact 2026-02-12 A", "33.3 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("21 billion USD exact 2026-02-12 A", "2.1 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("462 billion JPY exact 2026-02-12 A", "462 million JPY exact 2026-02-18 B", "UnitSlip")]
    [InlineData("4620 billion JPY exact 2026-02-12 A", "462 billion JPY exact 2026-02-18 B", "UnitSlip")]
    [InlineData("6.8 trillion USD exact 2026-02-12 A", "6.8 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("1300 billion USD exact 2026-02-12 A", "130 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("600 billion USD exact 2026-02-12 A", "0.6 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("13 billion USD exact 2026-02-12 A", "130 billion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("24 million EUR exact 2026-02-12 A", "2.4 million EUR exact 2026-02-18 B", "UnitSlip")]
    [InlineData("5 million USD exact 2026-02-12 A", "5 trillion USD exact 2026-02-18 B", "UnitSlip")]
    [InlineData("3.3 trillion JPY exact 2026-02-18 A", "21 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("410 billion JPY exact 2026-02-18 A", "2.7 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("33 billion EUR exact 2026-02-18 A", "36 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("49 trillion KRW exact 2026-02-18 A", "36 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("260 billion CNY exact 2026-02-18 A", "36 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("2.7 billion USD exact 2026-02-18 A", "410 billion JPY exact 2026-02-18 B", "Currency")]
    [InlineData("130 billion CAD exact 2026-02-18 A", "95 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("550 billion USD exact 2026-02-18 A", "80 trillion JPY exact 2026-02-18 B", "Currency")]
    [InlineData("44 billion USD exact 2026-02-18 A", "44 billion EUR exact 2026-02-18 B", "Currency")]
    [InlineData("1 billion GBP exact 2026-02-18 A", "1.27 billion USD exact 2026-02-18 B", "Currency")]
    [InlineData("20 billion USD exact 2026-02-18 A /year", "550 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("30 billion USD exact 2026-02-18 A /year", "36 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("5 billion USD exact 2026-02-18 A /year", "50 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("2 billion EUR exact 2026-02-18 A /year", "2 billion EUR exact 2026-02-18 B", "PerYear")]
    [InlineData("1.1 trillion JPY exact 2026-02-18 A /year", "80 trillion JPY exact 2026-02-18 B", "PerYear")]
    [InlineData("7 billion USD exact 2026-02-18 A /year", "6.8 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("600 million USD exact 2026-02-18 A /year", "6 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("10 billion USD exact 2026-02-18 A /year", "100 billion USD exact 2026-02-18 B", "PerYear")]
    [InlineData("36 billion USD exact 2026-02-18 A", "44 billion USD exact 2026-02-18 A", "SameOrigin")]
    [InlineData("17 billion USD exact 2026-02-18 A", "21 billion USD exact 2026-02-19 A", "SameOrigin")]
    [InlineData("6.8 billion USD exact 2026-02-18 A", "8.6 billion USD exact 2026-02-18 A", "SameOrigin")]
    [InlineData("33 billion USD exact 2026-02-18 A", "23 billion USD exact 2026-02-20 A", "SameOrigin")]
    [InlineData("40 billion USD exact 2026-02-18 A", "60 billion USD exact 2026-02-18 A", "SameOrigin")]
    [InlineData("550 billion USD exact 2026-02-18 A", "505 billion USD exact 2026-02-19 A", "SameOrigin")]
    [InlineData("2.1 billion USD exact 2026-02-18 A", "1.2 billion USD exact 2026-02-18 A", "SameOrigin")]
    [InlineData("44 billion USD exact 2026-01-18 A", "36 billion USD exact 2026-02-18 A", "Superseded")]
    [InlineData("25 billion USD exact 2026-02-18 A It alone gets 25.", "50 billion USD exact 2026-02-18 B The two get 50.", "Scope")]
    [InlineData("332 billion USD exact 2026-02-18 A The energy projects only come to 332.", "400 billion USD exact 2026-02-18 B The list comes to 400.", "Scope")]
    [InlineData("50 billion USD exact 2026-02-18 A Together with its partner it is 50.", "25 billion USD exact 2026-02-18 B It is 25.", "Scope")]
    [InlineData("12 billion USD exact 2026-02-18 A The plant is 12, excluding the grid.", "15 billion USD exact 2026-02-18 B The plant is 15.", "Scope")]
    [InlineData("6.8 billion USD exact 2026-02-18 A The complex is 6.8.", "9.2 billion USD exact 2026-02-18 B The complex and port combined are 9.2.", "Scope")]
    [InlineData("120 billion USD exact 2026-02-18 A Loans of 120, of which a part is insured.", "80 billion USD exact 2026-02-18 B Loans of 80.", "Scope")]
    [InlineData("400 billion USD exact 2026-02-18 A 案件は合計4000億ドル。", "332 billion USD exact 2026-02-18 B エネルギーは3320億ドル。", "Scope")]
    [InlineData("70 billion USD exact 2026-02-18 A 設備費のみで700億円。", "90 billion USD exact 2026-02-18 B 事業費は900億円。", "Scope")]
    [InlineData("55 billion USD exact 2026-02-18 A 包括电网共55。", "40 billion USD exact 2026-02-18 B 电厂为40。", "Scope")]
    [InlineData("30 billion USD exact 2026-02-18 A 전력망 포함 30.", "22 billion USD exact 2026-02-18 B 발전소 22.", "Scope")]
    [InlineData("75 billion USD exact 2026-02-18 A It is 75 as well as loans.", "60 billion USD exact 2026-02-18 B It is 60.", "Scope")]
    [InlineData("9 billion USD exact 2026-02-18 A The first block is 9, including land.", "7 billion USD exact 2026-02-18 B The first block is 7.", "Scope")]
    [InlineData("17 billion USD about 2026-02-20 A", "21 billion USD upTo 2026-02-21 B", "Disagreement")]
    [InlineData("36 billion USD exact 2026-02-18 A", "44 billion USD exact 2026-02-18 B", "Disagreement")]
    [InlineData("432 billion USD exact 2026-04-24 A", "462 billion USD exact 2026-04-24 B", "Disagreement")]
    [InlineData("10 billion USD exact 2026-02-18 A", "12 billion USD exact 2026-02-19 B", "Disagreement")]
    [InlineData("33 billion USD exact 2026-02-18 A", "28 billion USD about 2026-02-18 B", "Disagreement")]
    [InlineData("5 billion USD about 2026-02-18 A", "8 billion USD about 2026-02-17 B", "Disagreement")]
    [InlineData("2.1 billion USD exact 2026-02-18 A", "3.5 billion USD exact 2026-02-18 B", "Disagreement")]
    [InlineData("40 billion USD about 2026-03-19 A", "60 billion USD about 2026-03-20 B", "Disagreement")]
    [InlineData("90 billion USD atLeast 2026-03-19 A", "70 billion USD exact 2026-03-19 B", "Disagreement")]
    [InlineData("21 billion USD upTo 2026-02-21 A", "17 billion USD about 2026-02-20 B", "Disagreement")]
    [InlineData("1.9 billion USD exact 2026-02-18 A", "2.4 billion USD exact 2026-02-18 B", "Disagreement")]
    [InlineData("250 billion USD upTo 2026-02-18 A", "180 billion USD upTo 2026-02-18 B", "Disagreement")]
    [InlineData("36 billion USD exact 2026-02-18 A", "36.0 billion USD exact 2026-02-18 B", "none")]
    [InlineData("36 billion USD upTo 2026-02-18 A", "36 billion USD exact 2026-02-19 B", "none")]
    [InlineData("0.6 billion USD exact 2026-02-18 A", "600 million USD exact 2026-02-18 B", "none")]
    [InlineData("4320 billion JPY exact 2026-02-18 A", "4.32 trillion JPY exact 2026-02-18 B", "none")]
    public void TwoFigures_DifferForANamedCause(string other, string current, string cause) =>
        Assert.Equal(cause, ConflictJudge.Between(Figure(other), Figure(current))?.ToString() ?? "none");

    [Fact]
    public void ArticleThatGivesOldAndNewFigure_SaysWhichIsOver()
    {
        Weighed[] told = [Claim(1, "21 billion USD exact 2026-02-20 A"), Claim(1, "17 billion USD about 2026-02-20 A"), Claim(2, "21 billion USD upTo 2026-02-20 B")];

        Assert.Equal(ConflictCause.Superseded, ConflictJudge.Between(new Figure([told[0]]), new Figure([told[1]])));
        Assert.Equal(ConflictCause.Disagreement, ConflictJudge.Between(new Figure([told[0], told[2]]), new Figure([told[1]])));
    }

    private static Figure Figure(string told) => new([Claim(told.GetHashCode(StringComparison.Ordinal), told)]);

    private static Weighed Claim(long id, string told)
    {
        var words = told.Split(' ', 7);
        var rest = words.Length > 6 ? words[6] : "";
        var isRate = rest.StartsWith('/');
        var amount = Money(
            words[0], "d", qualifier: Enum.Parse<Qualifier>(words[3], ignoreCase: true), currency: words[2], per: isRate ? rest[1..] : null,
            sentence: isRate || rest.Length == 0 ? "It is so." : rest, scale: words[1]);
        var item = Of(id, words[4], words[5], amount);
        return new Weighed(amount, new SourcedClaim(item.Claims[0], item), new Origin(words[5], null, Counts: true, ""), item.ReportedAt, Counts: true, IsAccepted: false, IsRejected: false);
    }
}
