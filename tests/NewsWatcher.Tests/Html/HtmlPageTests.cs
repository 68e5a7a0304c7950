using System.Text;
using CsCheck;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class HtmlPageTests
{
    private static readonly string[] Tags = ["div", "span", "p", "b", "i", "font", "a", "ul", "li", "table", "tr", "td", "form", "button", "h1", "section", "dd", "center", "x-y", "nobr"];

    [Theory]
    [InlineData("<div>", 100_000)]
    [InlineData("<b>", 100_000)]
    [InlineData("<p><b>x", 50_000)]
    [InlineData("<b><i><u><s><em><big><tt><code><font><small><p>x", 10_000)]
    [InlineData("<span><div></span>", 50_000)]
    [InlineData("<b><div></b>", 50_000)]
    [InlineData("<form><div></form>", 50_000)]
    [InlineData("<p><span><div></p>", 50_000)]
    [InlineData("<li><ul></li>", 50_000)]
    [InlineData("<div><table></div>", 50_000)]
    [InlineData("<table><tr><td>", 50_000)]
    [InlineData("<table>x<p>", 50_000)]
    [InlineData("<a href=x><p>", 50_000)]
    [InlineData("</p></br>", 100_000)]
    [InlineData("<svg><g>", 50_000)]
    [InlineData("<!--", 100_000)]
    [InlineData("<script>", 100_000)]
    [InlineData("<title>", 100_000)]
    [InlineData("<", 500_000)]
    [InlineData("&amp", 500_000)]
    [InlineData("<br>", 300_000)]
    public void HostileMarkup_BecomesABoundedTree(string piece, int times)
    {
        var page = HtmlPage.Parse("<body>" + new StringBuilder().Insert(0, piece, times) + "the end");

        Assert.InRange(Depth(page.Root), 1, 400);
        Assert.InRange(page.All.Count(n => !n.IsText), 1, 200_000);
    }

    [Fact]
    public void TagSoup_NeverGetsDeeperThanTheModelOfTheStackSays()
    {
        var token = Gen.Select(Gen.Int[0, Tags.Length - 1], Gen.Bool, (tag, close) => close ? $"</{Tags[tag]}>" : $"<{Tags[tag]}>");
        Gen.Select(token.Array[1, 12], Gen.Int[1, 400]).Sample(
            (soup, times) => Depth(HtmlPage.Parse(new StringBuilder().Insert(0, string.Concat(soup), times).ToString()).Root) <= 400, iter: 200);
    }

    [Fact]
    public void TagWithThousandsOfAttributes_KeepsItsNameOnly()
    {
        var attributes = string.Concat(Enumerable.Range(0, 50_000).Select(i => $" a{i}=1"));

        var page = HtmlPage.Parse($"<p{attributes}>text</p>");

        Assert.Empty(page.Elements("p").Single().Attributes);
    }

    [Fact]
    public void Scripts_AreLeftOutButStructuredData()
    {
        var page = HtmlPage.Parse("<script>if (a<b) document.write('<p>no</p>')</script><script type='application/ld+json'>{}</script><p>yes</p>");

        Assert.Equal("yes", HtmlText.Of(page.Body));
        Assert.Equal("{}", Assert.Single(page.Elements("script")).Children.Single().Text);
    }

    [Fact]
    public void Spans_SayWhatIsWithin()
    {
        var page = HtmlPage.Parse("<div><p>one <a href=x>two</a></p></div><p>three</p>");
        var (first, second) = (page.Elements("p").First(), page.Elements("p").Last());

        Assert.True(first.IsWithin(page.Elements("div").Single()));
        Assert.False(second.IsWithin(page.Elements("div").Single()));
        Assert.Equal((6, 3), (first.TextLength, first.LinkLength));
    }

    private static int Depth(HtmlNode root) => root.Descendants().Max(n => n.Ancestors().Count());
}
