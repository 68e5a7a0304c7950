using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Milestones;
using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Tests.Extraction;

/// <summary>Whatever a text is made of, reading it takes steps in proportion to its length. Steps are counted in debug builds only.</summary>
public sealed class ScannerStepTests
{
    private const int Length = 20_000;
    private const int Huge = 1_000_000;

    private static readonly Dictionary<string, Action<string, string>> Scanners = new(StringComparer.Ordinal)
    {
        ["sentences"] = static (text, _) => Assert.InRange(new Sentences(text).Count, 1, text.Length),
        ["story"] = static (text, _) => StoryBody.Of(text),
        ["cues"] = static (text, language) => Lexicon.Of(language).Find(new(text), new(text)),
        ["names"] = static (text, language) => Reading.Text(text, language),
        ["dates"] = static (text, language) => DateScanner.Find(Reading.Text(text, language)),
        ["organisations"] = static (text, language) => OrganisationScanner.Find(Reading.Text(text, language)),
    };

    private static readonly string[] Units =
    [
        ".", ". ", "\n", "...'\" ", "U.S. ", "a", " ", "Related articles\n", "Sign in\n", "AI ", "signed ", "will not sign ", "March ", "March 3 ", "3 ", "2026 ", "in March 2026, ",
        "Norlund Industries ", "Norlund ", "Alder Bank and ", "Japan and ", "日本、", "銀行", "東洋銀行、", "カタカナ・", "ノルンド", "建設会社", "3月", "2028年10〜12月期", "한국 ", "은행 ", "\uD800", "ｶﾞ", "。」",
    ];

    public static TheoryData<string> Names { get; } = [.. Scanners.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void EachUnitRepeated_TakesStepsInProportion(string scanner)
    {
        Assert.SkipUnless(Steps.AreCounted, "Steps are counted in debug builds only.");
        foreach (var (unit, language) in Units.SelectMany(u => new[] { (u, "en"), (u, "ja") }))
        {
            var (once, twice) = (Count(scanner, Repeated(unit, Length), language), Count(scanner, Repeated(unit, 2 * Length), language));

            Assert.True(twice <= (2.3 * once) + 1000, $"\"{unit}\" in {language}: {once} steps, twice as long {twice}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void MegabyteOfEverything_TakesStepsInProportion(string scanner)
    {
        Assert.SkipUnless(Steps.AreCounted, "Steps are counted in debug builds only.");
        var text = Repeated(string.Concat(Units.Select(u => Repeated(u, 3000))), Huge);

        Assert.InRange(Count(scanner, text, "ja"), 1, 100L * Huge);
    }

    private static long Count(string scanner, string text, string language)
    {
        var before = Steps.Taken;
        Scanners[scanner](text, language);
        return Steps.Taken - before;
    }

    private static string Repeated(string unit, int length) => string.Concat(Enumerable.Repeat(unit, (length / unit.Length) + 1));
}
