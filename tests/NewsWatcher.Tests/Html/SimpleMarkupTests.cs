using System.Text;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class SimpleMarkupTests
{
    private static readonly string[] Pieces =
    [
        "<p>", "</p>", "<P class=\"a>b\">", "<br>", "<br/>", "</br>", "<div>", "</div>", "<ul>", "</ul>", "<li>", "</li>", "<h2>", "</h2>", "<h3 id=\"x\">", "</h3>", "<blockquote>", "</blockquote>",
        "<b>", "</b>", "<a href=\"https://a.example/?b=c&amp;d=e\">", "</a>", "<a href='x>y'>", "<img src=\"x\" alt=\"a\">", "<em", "<table>", "<td>", "<script>x</script>", "<!-- c -->", "< ", "<a b\"c=\"d>",
        "one", " two ", "\r\n", "&amp;", "&lt;", "&nbsp;", "&#8217;", "&#128;", "&#x41;", "&eacute;", "&copy", "&", "三", ".", "\0", "<o:p>", "<pre>\n",
    ];

    [Fact]
    public void EveryFragment_ReadsAsTheParserReadsIt()
    {
        var (draw, simple) = (new Random(7), 0);
        for (var i = 0; i < 20_000; i++)
        {
            var fragment = new StringBuilder();
            for (var left = draw.Next(1, 12); left > 0; left--)
            {
                fragment.Append(Pieces[draw.Next(draw.Next(2) == 0 ? 22 : Pieces.Length)]).Append(draw.Next(3) == 0 ? "word " : "");
            }

            if (new SimpleMarkup(fragment.ToString()).TryPlain() is { } plain)
            {
                simple++;
                Assert.True(plain == HtmlText.Parsed(fragment.ToString()), fragment.ToString());
            }
        }

        Assert.InRange(simple, 2_000, 20_000);
    }

    [Theory]
    [InlineData("<p>A <a href=\"https://a.example/?x=1\">plant</a> &amp; a port.</p>\n<p>More &#8211; soon.</p>")]
    [InlineData("<ul><li>one</li><li>two</li></ul>")]
    [InlineData("<div class=\"lead\">one<br/>two</div>")]
    public void WhatMostFeedsWrite_NeedsNoParser(string fragment) => Assert.NotNull(new SimpleMarkup(fragment).TryPlain());

    [Theory]
    [InlineData("a</div>b")]
    [InlineData("profit < 5 %")]
    [InlineData("<script>x</script>")]
    [InlineData("<a title='>'>x</a>")]
    [InlineData("unclosed <b")]
    [InlineData("&eacute;")]
    public void WhatIsHardToTell_IsLeftToTheParser(string fragment) => Assert.Null(new SimpleMarkup(fragment).TryPlain());

    [Fact]
    public void ManyTags_AreLeftToTheParser() => Assert.Null(new SimpleMarkup(new StringBuilder().Insert(0, "<b>", 400).ToString()).TryPlain());
}
