using System.Text;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Extraction;

/// <summary>What holds for every fact of every kind, whatever the language.</summary>
public sealed class FactPropertyTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly FactExtractor Extractor = new([Reading.Deal]);

    public static TheoryData<string, string> Texts { get; } = new()
    {
        { "en", "Norlund Industries signed a binding contract to build the Heron Bay plant for $2.1 billion. The leaders' summit will be held on 14 May 2026. A gas turbine will be delivered in 2028." },
        { "en", "Japan and Norway agreed on the Tidewater Investment Accord worth up to $10-12 billion, and Alder Bank will lend €900 million by the end of June." },
        { "ja", "ノルンドは20日、ヘロン湾の発電所に最大3兆3000億円を投資する契約に署名した。首脳会談は5月14日に開かれる。" },
        { "ko", "노르룬드는 계약을 체결했으며 투자액은 3500억 달러다. 공장은 2028년 3월에 완공될 예정이다." },
        { "zh", "诺伦德签署了投资协议，金额约55亿美元。工厂将于2028年3月投产。" },
        { "de", "Norlund Industries unterzeichnete einen Vertrag über 1,2 Milliarden Euro für Heron Bay." },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Span_HoldsWhatTheFactIsReadFrom(string language, string text)
    {
        var facts = Read(language, text);

        Assert.NotEmpty(facts.All);
        foreach (var fact in facts.All)
        {
            var slice = text[fact.Evidence.Start..fact.Evidence.End];
            Assert.Contains(slice, fact.Evidence.Sentence, StringComparison.Ordinal);
            Assert.True(Holds(language, slice, fact), $"{fact.Kind} {fact.CanonicalValue}: \"{slice}\"");
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void UnrelatedTextAround_ChangesNoFact(string language, string text)
    {
        const string Before = "— ..\n";
        var alone = Read(language, text);

        var among = Read(language, $"{Before}{text}\n.. 50%");

        Assert.Equal(alone.All.Select(AsText), among.All.Select(AsText));
        Assert.All(alone.All.Zip(among.All), pair => Assert.Equal(pair.First.Evidence.Start + Before.Length, pair.Second.Evidence.Start));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void CompatibilityForms_ReadAlike(string language, string text)
    {
        var wide = string.Concat(text.Select(c => char.IsAsciiDigit(c) ? (char)(c + 0xFEE0) : c));

        Assert.Equal(Read(language, text).All.Select(AsText), Read(language, text.Normalize(NormalizationForm.FormKC)).All.Select(AsText));
        Assert.Equal(Read(language, text).Amounts.Select(AsText), Read(language, wide).Amounts.Select(AsText));
    }

    [Fact]
    public void LongText_IsCutBetweenWholeCharacters()
    {
        var text = string.Concat(Enumerable.Repeat("😀", 40_000)).Insert(0, "a");

        Assert.All(Read("en", $"Norlund Industries. {text}").All, f => Assert.False(char.IsHighSurrogate(f.Evidence.Sentence[^1])));
        Assert.Empty(Read("en", text).All);
    }

    // A sum is read again from its own words; a name, a keyword and a step stand in their span in so many words or under another of their names.
    private static bool Holds(string language, string slice, Fact fact) => fact switch
    {
        Amount amount => Read(language, slice).Amounts is [var again] && (again.Value, again.Min, again.Max, again.Currency) == (amount.Value, amount.Min, amount.Max, amount.Currency),
        PartyMention party => slice.Contains(party.Name, StringComparison.Ordinal),
        ProjectMention project => slice.Contains(project.Name, StringComparison.Ordinal),
        KeywordHit keyword => Read(language, slice).Keywords.Any(k => k.Keyword == keyword.Keyword),
        StageReading stage => Read(language, slice).Stages.Any(s => s.Stage == stage.Stage),
        _ => slice.Any(char.IsLetterOrDigit),
    };

    private static string AsText(Fact fact) => $"{fact.Kind} {fact.PartId} {fact.CanonicalValue}";

    private static ArticleFacts Read(string language, string text) => Extractor.Read(new Article { Title = "", Text = text, Language = language }, Now, OutletTier.Major);
}
