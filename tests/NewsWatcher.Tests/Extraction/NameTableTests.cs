using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Names;

namespace NewsWatcher.Tests.Extraction;

public sealed class NameTableTests
{
    [Theory]
    [InlineData("Norlund Industries Oyj said", "en", "Norlund Industries")]
    [InlineData("NORLUND INDUSTRIES said", "en", "NORLUND INDUSTRIES")]
    [InlineData("ノルンドは発表した", "ja", "ノルンド")]
    [InlineData("ノルンド・インダストリーズは", "ja", "ノルンド・インダストリーズ")]
    [InlineData("노르룬드는 밝혔다", "ko", "노르룬드")]
    [InlineData("由诺伦德提供", "zh", "诺伦德")]
    [InlineData("Tokyo's offer stands", "en", "Tokyo")]
    [InlineData("日本政府は", "ja", "日本")]
    [InlineData("the U.S. wants", "en", "U.S")]
    public void ConfiguredParty_IsFound(string text, string language, string printed)
    {
        var name = Reading.Text(text, language).Names.First(n => n.Use is NameUse.Party);

        Assert.Equal(printed, text[name.Start..name.End]);
    }

    [Theory]
    [InlineData("Norlundish Industries", "en")]
    [InlineData("he was born in Tokyo", "en")]
    [InlineData("TOKYO — Talks ended", "en")]
    [InlineData("give us time", "en")]
    [InlineData("スノルンドは", "ja")]
    [InlineData("日本製鉄は", "ja")]
    [InlineData("Norlund Foods recalls noodles", "en")]
    [InlineData("", "en")]
    public void OtherName_IsNoParty(string text, string language) => Assert.DoesNotContain(Reading.Text(text, language).Names, n => n.Use is NameUse.Party);

    [Theory]
    [InlineData("Two gas turbines were ordered", "gas turbine")]
    [InlineData("a data centre in Oslo", "data centers")]
    [InlineData("Data-center builders", "data centers")]
    public void Keyword_IsFoundInEveryForm(string text, string keyword) => Assert.Equal(keyword, Assert.Single(KeywordReader.Read(Reading.Text(text))).Keyword);

    [Fact]
    public void PairOfLetters_NamesBothGovernments() =>
        Assert.Equal(["Japan", "United States"], Reading.Text("日米両政府は協議した。", "ja").Names.Select(n => n.Use).OfType<NameUse.Party>().Select(p => p.Followed.Name));
}
