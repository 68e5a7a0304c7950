using System.Text;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class HtmlTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("  plain \n text ", "plain text")]
    [InlineData("Tom &amp; Ann &#8211; caf&eacute;", "Tom & Ann – café")]
    [InlineData("<p>First.</p><p>Second.</p>", "First.\n\nSecond.")]
    [InlineData("a<br>b", "a\n\nb")]
    [InlineData("<b>bo</b>ld", "bold")]
    [InlineData("5 < 6 and 7 > 2", "5 < 6 and 7 > 2")]
    [InlineData("<script>alert(1)</script>left", "left")]
    [InlineData("<ul><li>one</li><li>two</li></ul>", "one\n\ntwo")]
    [InlineData("unclosed <b", "unclosed")]
    [InlineData("a<!-->b<!--->c<!----->d<!----!>e<!--x--!>f<!-- -- > - -> --->g", "abcdefg")]
    [InlineData("a<!--!>b-->c<!---!>d-->e", "ace")]
    [InlineData("a<!--x--!", "a")]
    [InlineData("zero\u200Bwidth soft\u00ADhyphen", "zerowidth softhyphen")]
    public void Fragment_BecomesPlainText(string fragment, string text)
    {
        Assert.Equal(text, HtmlText.ToPlain(fragment));
    }

    [Theory]
    [InlineData("<!--x--!>")]
    [InlineData("<!--x-->")]
    [InlineData("<!-->")]
    [InlineData("<!DOCTYPE x>")]
    public void Comments_CountAsTags(string comment)
    {
        Assert.Equal("left", HtmlText.ToPlain(new StringBuilder().Insert(0, comment, 15_000) + "left"));
        Assert.Empty(HtmlText.ToPlain(new StringBuilder().Insert(0, comment, 25_000) + "left"));
    }

    [Fact]
    public void LooseCommentsWithoutEnd_AreReadOnce()
    {
        var markup = new StringBuilder("<p>left</p>").Insert(11, "<!--x--!>", 19_000).Append('-', 2_000_000).ToString();

        Assert.Equal("left", HtmlText.Of(HtmlPage.Parse(markup).Elements("p").Single()));
    }

    [Fact]
    public void Links_AreGivenAsWritten()
    {
        Assert.Equal(["/a", "https://b.example/?x=1&y=2"], HtmlText.Links("<a href='/a'>a</a><a name=n>n</a><a href='https://b.example/?x=1&amp;y=2'>b</a>"));
    }
}
