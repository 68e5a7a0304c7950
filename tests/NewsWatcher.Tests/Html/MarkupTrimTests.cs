using System.Text;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Html;

public sealed class MarkupTrimTests
{
    [Theory]
    [InlineData("<a x=\">\"")]
    [InlineData("</a x=\">\"")]
    [InlineData("<a x='>' ")]
    [InlineData("<a ")]
    [InlineData("<a b=\"")]
    [InlineData("<q>")]
    [InlineData("</q>")]
    [InlineData("<span></q>")]
    [InlineData("<div></span>")]
    [InlineData("<b></i>")]
    [InlineData("<tr><td></p>")]
    [InlineData("<li><ul></dd>")]
    [InlineData("<table></tr></x-y>")]
    [InlineData("<button></a>")]
    [InlineData("<!--")]
    [InlineData("<!-- -- ")]
    [InlineData("<!x")]
    [InlineData("<?")]
    [InlineData("</")]
    [InlineData("</ ")]
    [InlineData("<script>")]
    [InlineData("<title></titl>")]
    [InlineData("<svg/>")]
    [InlineData("<")]
    [InlineData("<a/=/=/=")]
    public void HostileMarkup_TakesStepsInProportion(string piece)
    {
        const int Length = 200_000;
        var (once, twice) = (Steps(piece, Length), Steps(piece, 2 * Length));

        Assert.InRange(twice, 1, (2.2 * once) + 1_000);
        // Whatever is left out was looked for among the open ones, and there are few of those.
        Assert.InRange(twice, 1, (4.0 * Length) + (3.0 * MarkupTrim.MaxTags * MarkupTrim.MaxDepth));
    }

    [Fact]
    public void EndsWithoutBeginnings_StopAtABound()
    {
        var open = string.Concat(Enumerable.Repeat("<span>", 300));
        var markup = "<p>a</p>" + open + string.Concat(Enumerable.Repeat("</q>", 1_000_000));

        MarkupTrim.Of(markup, out var steps);

        Assert.InRange(steps, 1, markup.Length + (2L * MarkupTrim.MaxTags * MarkupTrim.MaxDepth));
    }

    [Fact]
    public void TagThatNeverEnds_TakesTheRestWithIt() => Assert.Equal("<p>a</p>", MarkupTrim.Of("<p>a</p><a href=\"b>c</a><p>d</p>"));

    private static double Steps(string piece, int length)
    {
        MarkupTrim.Of(new StringBuilder().Insert(0, piece, length / piece.Length).ToString(), out var steps);
        return steps;
    }
}
