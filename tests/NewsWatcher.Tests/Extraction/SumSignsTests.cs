using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Tests.Extraction;

/// <summary>No large sum that is read may be missed where only its signs are looked for.</summary>
public sealed class SumSignsTests
{
    private static readonly Dictionary<string, (string[] Numbers, string[] Scales, string[] Money)> Pieces = new(StringComparer.Ordinal)
    {
        ["en"] = (["550", "5.5", "5,500", "two", "half a", "a", "two and a half", "½", "five hundred and fifty", "twenty-five", "0.55", "1,234.5", "ninety-nine", "a quarter of a", "12 345", "10-12"],
            [" billion", " million", " trillion", "bn", "m", " bn", " hundred million", " thousand million", " lakh", " crore", "-billion", " m", ""], [" dollars", " euros", " USD", " yen", " MUSD", " pounds sterling"]),
        ["de"] = (["550", "5,5", "5.500", "zwei", "eine halbe", "anderthalb", "fünfhundertfünfzig", "zweihundert", "1 500", "ein"], [" Milliarden", " Mio.", " Mrd.", " Millionen", " Billionen", "millionen", "milliarden", " Tsd", ""], [" Euro", " Dollar", " EUR"]),
        ["fr"] = (["550", "5,5", "5 500", "deux", "un demi", "quatre-vingt", "cinq cents", "un"], [" milliards", " millions", " Md", " mille milliards", " billions", ""], [" d'euros", " de dollars", " €", " M€"]),
        ["es"] = (["550", "5.500", "dos", "medio", "quinientos", "un", "cien"], [" mil millones", " millones", " mdd", " billones", " mil", ""], [" de dólares", " de euros", " euros"]),
        ["ja"] = (["550", "5兆5,000", "五千五百", "5500", "３", "1千", "二十", "5.5", "3千5百", "数十", "5500余", "20 "], ["億", "兆", "万", "億5000万", "百万", "兆2千億", "千億", ""], ["円", "ドル", "ユーロ", "米ドル"]),
        ["ko"] = (["550", "1조 2천", "5500", "3천", "오백오십", "2천5백", "1조2000", "5 ", "천 4백", "20여"], ["억", "조", "만", "억 5000만", "조 5천억", "백만", "억여 ", ""], [" 달러", "원", " 유로", "달러"]),
        ["zh"] = (["550", "5500", "五百五十", "20多", "1.5", "三千", "两", "5萬5千", "一百二十三", "1,000"], ["亿", "万亿", "億", "万", "百万", "亿5000万", "兆", ""], ["美元", "元", "欧元", "人民币"]),
    };

    public static TheoryData<string> Languages => [.. Pieces.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void SumThatIsRead_ShowsASign(string language)
    {
        var (numbers, scales, money) = Pieces[language];
        var read = 0;
        foreach (var text in numbers.SelectMany(n => scales.SelectMany(s => money.Select(m => $"{n}{s}{m}"))))
        {
            foreach (var amount in AmountReader.Read(new Passage($"X {text}。", InTitle: false, language)).Where(a => a.Best >= 2_000_000))
            {
                read++;
                Assert.True(new SumSigns([amount.Best]).StandIn($"X {text}。"), $"{text} is {amount.Best}");
                Assert.True(new SumSigns([amount.Best * 1.005m]).StandIn($"X {text}。"), $"{text} is about {amount.Best}");
            }
        }

        Assert.InRange(read, 60, 1000);
    }

    // Texts of numbers, words and signs in any order, as nobody writes them.
    [Theory]
    [MemberData(nameof(Languages))]
    public void SumInAnyJumble_ShowsASign(string language)
    {
        var draw = new Random(7);
        var (numbers, scales, money) = Pieces[language];
        string[] all = [.. numbers, .. scales, .. money, " ", " and ", "-", ",", "$", "€", "1", "7", "0", "\u00a0", "千", "万", "約", "여", "余"];
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, draw.Next(3, 9)).Select(_ => all[draw.Next(all.Length)]));
            foreach (var amount in AmountReader.Read(new Passage(text, InTitle: false, language)).Where(a => a.Best >= 2_000_000))
            {
                Assert.True(new SumSigns([amount.Best]).StandIn(text), $"\"{text}\" is {amount.Best}");
            }
        }
    }

    [Theory]
    [InlineData("Police closed 3 roads on 12 March after 47 people fell ill, the county said.")]
    [InlineData("The club paid 30 million euros for a goalkeeper.")]
    [InlineData("3月15日、県は7人が負傷したと発表した。")]
    [InlineData("Millions of people watched, and billions of stars.")]
    public void OrdinaryNumbers_ShowNone(string text) => Assert.False(new SumSigns([550_000_000_000m]).StandIn(text));

    [Fact]
    public void SmallSum_CanBeAnywhere_AndNoSumNowhere()
    {
        Assert.True(new SumSigns([500_000m]).StandIn("five hundred thousand dollars"));
        Assert.False(new SumSigns([]).StandIn("$550 billion"));
    }
}
