using NewsWatcher.Hosting;

namespace NewsWatcher.Tests.Hosting;

public sealed class LineFormatterTests
{
    [Theory]
    [InlineData("plain text 日本", "plain text 日本")]
    [InlineData("two\r\nlines", "two\\u000d\\u000alines")]
    [InlineData("\u001b[31mred", "\\u001b[31mred")]
    [InlineData("a\u202eb\u2028c\u0085", "a\\u202eb\\u2028c\\u0085")]
    [InlineData("", "")]
    public void Text_CannotSteerATerminal(string text, string escaped) => Assert.Equal(escaped, LineFormatter.Escaped(text, 100));

    [Fact]
    public void EndlessText_IsCut() => Assert.Equal(101, LineFormatter.Escaped(new string('x', 100_000), 100).Length);
}
