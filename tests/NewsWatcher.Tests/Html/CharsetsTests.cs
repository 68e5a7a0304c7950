using System.Text;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class CharsetsTests
{
    static CharsetsTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Theory]
    [InlineData("windows-1252", "Preis 5 € – “neu”")]
    [InlineData("iso-8859-2", "Zażółć gęślą jaźń")]
    [InlineData("windows-1251", "Новости дня")]
    [InlineData("koi8-r", "Новости дня")]
    [InlineData("shift_jis", "日本の対米投資")]
    [InlineData("euc-jp", "日本の対米投資")]
    [InlineData("iso-2022-jp", "日本の対米投資")]
    [InlineData("gb18030", "对美投资项目")]
    [InlineData("big5", "對美投資項目")]
    [InlineData("euc-kr", "대미 투자 사업")]
    public void ClaimedEncoding_IsUsedWhoeverClaimsIt(string charset, string words)
    {
        var encoding = Encoding.GetEncoding(charset);
        var declared = $"<?xml version='1.0' encoding='{charset}'?><t>{words}</t>";

        Assert.Contains(words, Charsets.Decode(encoding.GetBytes(declared), null), StringComparison.Ordinal);
        Assert.Contains(words, Charsets.Decode(encoding.GetBytes($"<t>{words}</t>"), $"text/xml; charset=\"{charset}\""), StringComparison.Ordinal);
        Assert.Contains(words, Charsets.Decode(encoding.GetBytes($"<html><meta charset={charset}><p>{words}"), "text/html"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("shift_jis", "日本とアメリカは、総額５５００億ドルの投資について合意しました。")]
    [InlineData("euc-jp", "日本とアメリカは、総額５５００億ドルの投資について合意しました。")]
    [InlineData("gb18030", "日本政府和美国在华盛顿签署了投资协议，这是新的合作。")]
    [InlineData("euc-kr", "한국과 미국은 투자에 합의했다고 정부가 밝혔다")]
    [InlineData("windows-1251", "Правительство сообщило о новых инвестициях")]
    [InlineData("windows-1252", "Le présent accord a été signé à l’Élysée – 5 € le kilo")]
    [InlineData("utf-8", "日本とアメリカ – 5 €")]
    public void UnclaimedEncoding_IsGuessedFromItsLetters(string charset, string words) =>
        Assert.Equal(words, Charsets.Decode(Encoding.GetEncoding(charset).GetBytes(words), null));

    [Theory]
    [InlineData("iso-8859-1")]
    [InlineData("us-ascii")]
    [InlineData("utf-16")]
    [InlineData("no-such-charset")]
    public void Utf8UnderAFalseLabel_IsStillUtf8(string label) =>
        Assert.Equal("Zażółć – 5 €", Charsets.Decode("Zażółć – 5 €"u8, "text/xml; charset=" + label));

    [Fact]
    public void ByteOrderMarks_AndWidePatterns_BeatEveryLabel()
    {
        const string Text = "<a>日本 Ж</a>";
        foreach (var encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32 })
        {
            Assert.Equal(Text, Charsets.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Text)], "text/xml; charset=iso-8859-1"));
        }

        Assert.Equal(Text, Charsets.Decode(Encoding.Unicode.GetBytes(Text), null));
        Assert.Equal(Text, Charsets.Decode(Encoding.BigEndianUnicode.GetBytes(Text), null));
    }

    [Theory]
    [InlineData(new byte[0])]
    [InlineData(new byte[] { 0xFF })]
    [InlineData(new byte[] { 0x3C, 0x61, 0xC3 })]
    [InlineData(new byte[] { 0xED, 0xA0, 0x80, 0x00, 0xFE, 0xFF })]
    public void BrokenBytes_NeverThrow(byte[] body) => Assert.NotNull(Charsets.Decode(body, "text/xml; charset=\"utf-8"));

    [Fact]
    public void OneBadByteInUtf8_CostsOneCharacter() =>
        Assert.Equal("日本\uFFFD経済", Charsets.Decode([.. "日本"u8, 0xE3, .. "経済"u8], "application/xml; charset=utf-8"));
}
