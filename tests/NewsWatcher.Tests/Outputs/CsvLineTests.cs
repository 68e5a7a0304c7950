using NewsWatcher.Outputs;

namespace NewsWatcher.Tests.Outputs;

public sealed class CsvLineTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"x\"\nagain", "\"say \"\"x\"\"\nagain\"")]
    [InlineData("=HYPERLINK(\"http://x\")", "\"'=HYPERLINK(\"\"http://x\"\")\"")]
    [InlineData("+cmd|' /C calc'!A0", "'+cmd|' /C calc'!A0")]
    [InlineData("-2+3", "'-2+3")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("  =1", "'  =1")]
    [InlineData("＝1+1", "'＝1+1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－x", "'－x")]
    [InlineData("＠x", "'＠x")]
    [InlineData("-12.5", "-12.5")]
    [InlineData("+3", "+3")]
    public void Cell_IsNoFormulaAndReadsBack(string? cell, string written) => Assert.Equal(written, CsvLine.Of([cell]));

    [Fact]
    public void Line_SeparatesCellsWithCommas() => Assert.Equal("a,,\"b,c\"", CsvLine.Of(["a", null, "b,c"]));

    [Theory]
    [InlineData("a\u001b[31mb", "a[31mb")]
    [InlineData("two\r\nlines", "two  lines")]
    [InlineData("\u202egnp.exe\u2066", "gnp.exe")]
    [InlineData("日本\u0085語", "日本語")]
    public void PlainLine_HasNothingThatATerminalObeys(string text, string plain) => Assert.Equal(plain, PlainLine.Of(text));
}
