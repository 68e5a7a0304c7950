using System.Text;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Tests.Extraction.Amounts;

public sealed class AmountReaderTests
{
    public static TheoryData<string, string> Phrases { get; } = new()
    {
        { "en", "SoftBank may spend up to $44 billion." },
        { "en", "It raised C$2 bln, or 1.5 bln stg, at 144.90 yen." },
        { "en", "$10-12 billion, about £3.50 and twenty-five cents" },
        { "de", "rund 1,2 Mrd. Euro und 75 Millionen Dollar" },
        { "fr", "près de 20 000 euros et 3,5 milliards de dollars" },
        { "es", "unos 300 millones de dólares" },
        { "ja", "最大3兆3000億円（約210億ドル）を見込む" },
        { "ko", "최대 3500억 달러와 1조2000억 원" },
        { "zh", "约5500亿美元和300亿至500亿元" },
    };

    [Theory]
    [MemberData(nameof(Phrases))]
    public void Slice_ReadsAgainAsTheSameSum(string language, string text)
    {
        foreach (var amount in ReadAmounts.Of(language, text))
        {
            Assert.Equal(amount.Text, text[amount.Evidence.Start..amount.Evidence.End]);
            var again = Assert.Single(ReadAmounts.Of(language, amount.Text));
            Assert.Equal((amount.Value, amount.Min, amount.Max, amount.Currency), (again.Value, again.Min, again.Max, again.Currency));
        }
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void UnrelatedTextAround_ChangesNothing(string language, string text)
    {
        var alone = ReadAmounts.Of(language, text);

        var among = ReadAmounts.Of(language, "— ..\n" + text + "\n.. 50% (2026)");

        Assert.Equal(alone.Select(ReadAmounts.AsText), among.Select(ReadAmounts.AsText));
        Assert.All(alone.Zip(among), pair => Assert.Equal(pair.First.Evidence.Start + 5, pair.Second.Evidence.Start));
    }

    [Theory]
    [MemberData(nameof(Phrases))]
    public void CompatibilityForms_ReadAlike(string language, string text)
    {
        var wide = string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c));

        Assert.Equal(ReadAmounts.AsText(language, text), ReadAmounts.AsText(language, wide));
        Assert.Equal(ReadAmounts.AsText(language, text), ReadAmounts.AsText(language, text.Normalize(NormalizationForm.FormKC)));
    }

    [Theory]
    [InlineData("fr", "près de 20 000 euros")]
    [InlineData("es", "unos 300 millones de dólares")]
    [InlineData("de", "fünfundzwanzig Dollar")]
    [InlineData("ja", "50億ﾄﾞﾙ")]
    public void DecomposedText_ReadsAlike(string language, string text) =>
        Assert.Equal(ReadAmounts.AsText(language, text), ReadAmounts.AsText(language, text.Normalize(NormalizationForm.FormD)));

    public static TheoryData<string> HostileUnits { get; } =
    [
        "1,", "1 2 ", "$", "million ", "one ", "one million ", "a ", "一", "万", "천 ", "9", "$1 ", "$1-", "from $1 to ", "up to up to ", "deal ", "(",
        "\uD800", "deal $1 loan ", "       ", "1        ", "約1億円、", "$1.1.",
    ];

    [Theory]
    [MemberData(nameof(HostileUnits))]
    public void HostileText_TakesStepsInProportion(string unit)
    {
        const int Length = 15_000;
        foreach (var language in new[] { "en", "ja" })
        {
            var (once, twice) = (Steps(unit, Length, language), Steps(unit, 2 * Length, language));

            Assert.InRange(twice, 1, 2.2 * once);
            Assert.InRange(twice, 1, 60.0 * Length);
        }
    }

    [Fact]
    public void HugeText_TakesStepsInProportion()
    {
        const int Length = 1_000_000;
        var unit = string.Concat(HostileUnits.Select(u => string.Concat(Enumerable.Repeat(u.Data, 500))));

        Assert.InRange(Steps(unit, Length, "en"), 1, 20.0 * Length);
    }

    private static double Steps(string unit, int length, string language)
    {
        var text = string.Concat(Enumerable.Repeat(unit, length / unit.Length + 1));
        AmountReader.Read(new Passage(text, InTitle: false, language), Folding.Fold(text), "", out var steps);
        return steps;
    }

    [Theory]
    [InlineData("a $30 billion takeover", AmountRole.Headline)]
    [InlineData("net profit of $3 million", AmountRole.RevenueOrProfit)]
    [InlineData("at $12.50 per share", AmountRole.PerShare)]
    [InlineData("GDP of $4 trillion", AmountRole.Background)]
    [InlineData("it owes $3 billion", AmountRole.Debt)]
    [InlineData("a bag for $3", AmountRole.Other)]
    [InlineData("has spent $3 billion", AmountRole.Spent)]
    public void WordsOfTheClause_GiveTheRole(string text, AmountRole role) => Assert.Equal(role, Assert.Single(ReadAmounts.Of("en", text)).Role);
}
