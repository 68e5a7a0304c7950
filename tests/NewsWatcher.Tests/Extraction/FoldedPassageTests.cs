using NewsWatcher.Extraction.Names;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Tests.Extraction;

public sealed class FoldedPassageTests
{
    [Theory]
    [InlineData("Ｎorlund　ＡＢ", "norlund ab")]
    [InlineData("São Café–Ørsted", "sao cafe orsted")]
    [InlineData("the U.S. and U.K.", "the us and uk")]
    [InlineData("ﾉﾙﾝﾄﾞ", "ノルンド")]
    [InlineData("gas-fired   power", "gas fired power")]
    [InlineData("Straße", "strasse")]
    [InlineData("한빛 셀", "한빛 셀")]
    [InlineData("㈱潮", "(株)潮")]
    [InlineData("", "")]
    public void Text_IsFolded(string text, string folded) => Assert.Equal(folded, FoldedPassage.Fold(text));

    [Theory]
    [InlineData("At ﾉﾙﾝﾄﾞ today", "ノルンド", "ﾉﾙﾝﾄﾞ")]
    [InlineData("a  “Café”  b", "cafe", "Café")]
    [InlineData("the U.S. plan", "us", "U.S")]
    public void FoldedSpan_LeadsBackToTheText(string text, string phrase, string printed)
    {
        var folded = new FoldedPassage(text);
        var at = folded.Folded.IndexOf(phrase, StringComparison.Ordinal);

        Assert.Equal(printed, text[folded.Start(at)..folded.End(at + phrase.Length)]);
    }

    [Theory]
    [InlineData("Norlund Industries Oyj", "norlund industries")]
    [InlineData("Heron Steel Co., Ltd.", "heron steel")]
    [InlineData("株式会社潮路", "潮路")]
    [InlineData("苍鹭能源有限公司", "苍鹭能源")]
    [InlineData("Group", "group")]
    public void LegalForms_AreLeftOut(string name, string folded) => Assert.Equal(folded, PartyName.Fold(name));
}
