using System.Runtime.CompilerServices;
using System.Xml.Linq;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class DocumentNamesTests
{
    [Theory]
    [InlineData("<rss><{0}/></rss>")]
    [InlineData("<rss><item {0}='x'/></rss>")]
    [InlineData("<rss xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:{0}/></rss>")]
    [InlineData("<rss xmlns:{0}='urn:{0}'><{0}:title {0}:b='x'/></rss>")]
    [InlineData("<rss><{0}:title/>")]
    [InlineData("<rss><item {0}=x>")]
    public void NamesThatAFeedMakesUp_GoWithIt(string xml)
    {
        var names = Names(xml.Replace("{0}", "n" + Guid.NewGuid().ToString("N"), StringComparison.Ordinal));

        GC.Collect();

        Assert.DoesNotContain(names, n => n.TryGetTarget(out _));
    }

    [Theory]
    [InlineData("title", "title")]
    [InlineData("pubDate", "pubdate")]
    [InlineData("PUBDATE", "pubdate")]
    [InlineData("madeUp", "?:madeup")]
    public void NameThatIsSought_HasItsKeyHoweverItIsWritten(string local, string key) =>
        Assert.Equal(key, FeedNames.Key(new DocumentNames().Element(FeedNames.Rss, local)));

    [Fact]
    public void NameOfAnUnknownVocabulary_IsNotMistakenForOneThatIsSought() =>
        Assert.Equal("?:title", FeedNames.Key(new DocumentNames().Element(FeedNames.Space("x", "urn:x"), "title")));

    [Fact]
    public void MadeUpMarkup_IsWrittenAsItCame() =>
        Assert.Equal("<Made up=\"1\">x<svg:b>y</svg:b></Made>".Replace("svg:", "", StringComparison.Ordinal),
            ElementText.Html(Tree("<description><Made up='1'>x<svg:b xmlns:svg='http://www.w3.org/2000/svg'>y</svg:b></Made></description>").Elements().Single(), null, 1_000));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static List<WeakReference<XName>> Names(string xml) =>
        [.. Tree(xml).Descendants().SelectMany(e => e.Attributes().Select(a => a.Name).Append(e.Name)).Where(n => !DocumentNames.IsSought(n.LocalName) || FeedNames.Key(n)[0] == '?').Select(n => new WeakReference<XName>(n))];

    private static XElement Tree(string xml)
    {
        var tree = new FeedTree(new());
        if (!StrictXml.TryRead(new StringReader(xml), tree))
        {
            tree = new FeedTree(new());
            LooseXml.Read(xml, 0, tree);
        }

        return tree.Document;
    }
}
