using System.Text;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

/// <summary>Small bodies that would be large once they were read.</summary>
public sealed class GrowthTests
{
    private static readonly string Far = "https://news.example/" + new string('x', 1_000) + "/";

    [Fact]
    public void LinksOfAFragment_GrowToABound()
    {
        var html = Repeated("<a href=b>c</a>", 10_000);

        var absolute = HtmlLinks.Absolute(html, new(Far));

        Assert.InRange(absolute.Length, html.Length, (4 * html.Length) + 4_096);
        Assert.EndsWith("<a href=b>c</a>", absolute, StringComparison.Ordinal);
    }

    [Fact]
    public void AttributesOfOneTag_GrowToTheSameBound()
    {
        var html = $"<a {Repeated("href=b ", 10_000)}>";

        Assert.InRange(HtmlLinks.Absolute(html, new(Far)).Length, html.Length, (4 * html.Length) + 4_096);
    }

    [Fact]
    public void OrdinaryFragment_IsMadeAbsoluteToItsEnd() =>
        Assert.DoesNotContain("href=b>", HtmlLinks.Absolute(Repeated("<p>Some words around <a href=b>a link</a> and behind it.</p>", 500), new("https://www.news.example/world/2026/03/")), StringComparison.Ordinal);

    [Fact]
    public void Enclosures_AreKeptToABound()
    {
        var entry = Entry(Repeated("<enclosure url='b{0}'/>", 200), new(Far));

        Assert.InRange(entry.Enclosures.Sum(e => e.Length), 1_000, 2 * 1_024);
    }

    [Fact]
    public void BaseThatIsTooLong_IsNotTaken()
    {
        var entry = Entry($"<content type='html' xml:base='https://news.example/{new string('y', 2_000)}/'>&lt;a href='b'>c&lt;/a></content>", new("https://news.example/a/feed"));

        Assert.Equal("<a href='https://news.example/a/b'>c</a>", entry.Content);
    }

    [Theory]
    [InlineData("https://news.example/feed?q=", "https://news.example/b")]
    [InlineData("https://news.example/feeds/feed?q=", "https://news.example/feeds/b")]
    [InlineData("https://news.example/far/", "https://news.example/b")]
    public void FeedOfALongAddress_HasLinksAllTheSame(string address, string link) =>
        Assert.Equal(link, Entry("<link>b</link>", new(address + new string('x', 3_000) + "/")).Link);

    [Fact]
    public void LinksWithinManyBases_TakeStepsInProportion()
    {
        Assert.SkipUnless(Steps.AreCounted, "Steps are counted in debug builds only.");
        var (once, twice) = (Count(1_000), Count(2_000));

        Assert.InRange(twice, 1, (2.3 * once) + 1_000);

        static long Count(int links)
        {
            var before = Steps.Taken;
            FeedReader.Read(Encoding.UTF8.GetBytes($"{Repeated("<a xml:base='b/'>", 50)}<feed xmlns='http://www.w3.org/2005/Atom'><entry>{Repeated("<link rel='enclosure' href='c{0}'/>", links)}</entry></feed>"), null, new("https://news.example/"));
            return Steps.Taken - before;
        }
    }

    [Fact]
    public void TextsBetweenElementsThatLieTooDeep_AreOneText()
    {
        var tree = new FeedTree(new());

        LooseXml.Read(Repeated("<a>x", 1_000) + Repeated("</a>y", 900), 0, tree);

        Assert.InRange(tree.Document.DescendantNodes().Count(), 64, 64 * 3);
        Assert.Equal(1_900, tree.Document.Value.Length);
    }

    [Fact]
    public void KeywordsOfASitemap_AreKeptToABound()
    {
        var body = $"""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://news.example/a</loc>
            <news:news><news:publication_date>2026-03-20</news:publication_date><news:title>A</news:title><news:keywords>{Repeated("k{0},", 50_000)}</news:keywords></news:news></url></urlset>
            """;

        Assert.Equal(64, Assert.Single(Assert.IsType<FeedRead.Document>(FeedReader.Read(Encoding.UTF8.GetBytes(body), null, null)).Entries).Categories.Count);
    }

    private static Entry Entry(string inside, Uri address) => Assert.Single(Assert.IsType<FeedRead.Document>(
        FeedReader.Read(Encoding.UTF8.GetBytes($"<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>A</title>{inside}</entry></feed>"), null, address)).Entries);

    private static string Repeated(string unit, int times) =>
        string.Concat(Enumerable.Range(0, times).Select(n => unit.Replace("{0}", n.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)));
}
