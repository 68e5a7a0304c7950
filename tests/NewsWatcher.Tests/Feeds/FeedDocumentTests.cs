using System.Xml.Linq;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedDocumentTests
{
    [Theory]
    [InlineData("<rss><channel><title>T</title><item><title>a</title></item><item/></channel></rss>", 2)]
    [InlineData("<RDF><channel/><item/><item/></RDF>", 2)]
    [InlineData("<rss version='0.91'><channel><item><pubDate>rubbish</pubDate><enclosure length='x'/></item></channel></rss>", 1)]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title/><entry><link/><category/></entry></feed>", 1)]
    [InlineData("<feed><entry/><entry/><entry/></feed>", 3)]
    public void Entries_AreThoseOfTheDocumentItself(string xml, int entries)
    {
        var shape = Assert.IsType<FeedShape>(FeedShape.Of(new XElement("document", XElement.Parse(xml)), out _));

        var found = FeedDocument.Entries(shape);

        Assert.Equal(shape.Entries, found);
        Assert.Equal(entries, found.Count);
        Assert.All(found, e => Assert.Equal("document", e.AncestorsAndSelf().Last().Name.LocalName));
    }
}
