using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedReaderTests
{
    private static readonly Uri Base = new("https://news.example.org/feeds/main.xml");

    [Theory]
    [InlineData("<rss version='2.0'><channel><title>T</title><item><title>One</title><link>/a</link><guid isPermaLink='false'>g1</guid><pubDate>Mon, 23 Nov 2026 18:00:00 JST</pubDate></item></channel></rss>")]
    [InlineData("<RSS><CHANNEL><TITLE>T</TITLE></CHANNEL><ITEM><TITLE>One</TITLE><LINK>/a</LINK><GUID>g1</GUID><PUBDATE>23 Nov 2026 09:00 GMT</PUBDATE></ITEM></RSS>")]
    [InlineData("<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://purl.org/rss/1.0/' xmlns:d='http://purl.org/dc/elements/1.1/'><channel><title>T</title></channel><item rdf:about='g1'><title>One</title><link>/a</link><d:date>2026-11-23T09:00:00Z</d:date></item></rdf:RDF>")]
    [InlineData("<feed xmlns='http://www.w3.org/2005/Atom'><title>T</title><entry><id>g1</id><title type='html'>&lt;b&gt;One&lt;/b&gt;</title><link rel='self' href='/self'/><link href='/a'/><published>2026-11-23T18:00:00+09:00</published></entry></feed>")]
    [InlineData("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><title>T</title><entry><id>g1</id><title mode='escaped' type='text/html'>One</title><link rel='alternate' href='/a'/><issued>2026-11-23T09:00:00Z</issued></entry></feed>")]
    [InlineData("junk before <?xml version='1.0'?><rss><channel><title>T</title><item><title>One</title><link>/a</link><guid>g1</guid><pubDate>2026-11-23 09:00:00</pubDate></item></channel></rss><script>x</script>")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"T\",\"items\":[{\"id\":\"g1\",\"url\":\"/a\",\"title\":\"One\",\"date_published\":\"2026-11-23T09:00:00Z\"}]}")]
    public void EveryKindOfFeed_GivesTheSameEntry(string body)
    {
        var feed = Document(body);

        var entry = Assert.Single(feed.Entries);
        Assert.Equal("T", feed.Title);
        Assert.Equal(("g1", "One", "https://news.example.org/a"), (entry.Id, entry.Title, entry.Link));
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), (entry.Published ?? entry.Updated)?.ToUniversalTime());
    }

    [Theory]
    [InlineData("<title>AT&T up</title>", "AT&T up")]
    [InlineData("<title>Caf&eacute; &undefined; x</title>", "Café &undefined; x")]
    [InlineData("<title>Profit < 5 percent</title>", "Profit < 5 percent")]
    [InlineData("<title>\u0001bell\u0008</title>", "bell")]
    [InlineData("<title>One<link>https://x.example/</link>", "One")]
    [InlineData("<title><![CDATA[The <b>big</b> day]]></title>&bad;", "The big day")]
    [InlineData("<title>&#xD800;lone &#0; references</title>", "lone references")]
    [InlineData("<title>Catalu\u00C3\u00B1a</title>", "Cataluña")]
    [InlineData("<title>cut in the mid", "cut in the mid")]
    public void IllFormedMarkup_IsReadAsItWasMeant(string inside, string title) =>
        Assert.Equal(title, Assert.Single(Document($"<rss><channel><item>{inside}").Entries).Title);

    [Fact]
    public void TruncatedDocument_KeepsItsWholeEntries_AndSaysSo()
    {
        var feed = Document("<rss><channel><title>T</title><item><title>One</title></item><item><title>Two</title><description><![CDATA[lost");

        Assert.Equal(["One", "Two"], feed.Entries.Select(e => e.Title));
        Assert.Equal("the document ends early", feed.Damage);
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n")]
    [InlineData("plain words")]
    [InlineData("<!doctype html><html><head><title>News</title></head><body><p>No feed</body></html>")]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://x.example/</loc></url></urlset>")]
    [InlineData("[1,2,3]")]
    [InlineData("{\"a\":")]
    [InlineData("<")]
    public void AnythingElse_IsNoFeed(string body) => Assert.IsType<FeedRead.NotAFeed>(FeedReader.Read(Encoding.UTF8.GetBytes(body), "application/rss+xml", Base));

    [Fact]
    public void FieldsOfOtherVocabularies_AreFoundUnderAnyPrefix()
    {
        var entry = Assert.Single(Document("""
            <rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/" xmlns:m="http://search.yahoo.com/mrss/" xmlns:w="http://purl.org/dc/elements/1.1/"><channel><item>
            <title>One</title><description>Short</description><c:encoded><![CDATA[<p><a href="/b?x=1&amp;y=2">long</a><img src='i.jpg'></p>]]></c:encoded>
            <w:creator>Ann Lee</w:creator><category>Ports</category><w:subject>Power</w:subject>
            <source url="https://wire.example/feed">The Wire</source>
            <m:group><m:content url="https://cdn.example/a.jpg"/><m:thumbnail url="t.jpg"/></m:group><enclosure url="/a.mp3"/></item></channel></rss>
            """).Entries);

        Assert.Equal(("Short", "Ann Lee", "The Wire", "https://wire.example/feed"), (entry.Summary, entry.Author, entry.SourceName, entry.SourceUrl));
        Assert.Equal("<p><a href=\"https://news.example.org/b?x=1&amp;y=2\">long</a><img src='https://news.example.org/feeds/i.jpg'></p>", entry.Content);
        Assert.Equal(["Ports", "Power"], entry.Categories);
        Assert.Equal(["https://news.example.org/a.mp3", "https://cdn.example/a.jpg", "https://news.example.org/feeds/t.jpg"], entry.Enclosures);
    }

    [Theory]
    [InlineData("<author>ann@x.example (Ann Lee)</author>")]
    [InlineData("<author>Ann Lee &lt;ann@x.example&gt;</author>")]
    [InlineData("<author><name>Ann Lee</name><email>ann@x.example</email></author>")]
    public void Authors_AreNamedWithoutTheirMail(string author) =>
        Assert.Equal("Ann Lee", Assert.Single(Document($"<rss><channel><item>{author}</item></channel></rss>").Entries).Author);

    [Fact]
    public void AtomMarkup_IsWrittenAsHtml_WithItsOwnBase()
    {
        var entry = Assert.Single(Document("""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://cdn.example/x/"><entry><content type="xhtml">
            <h:div xmlns:h="http://www.w3.org/1999/xhtml"><h:p>5 &lt; 6<h:br/><h:a href="y">z</h:a></h:p></h:div></content><summary>a &lt; b</summary></entry></feed>
            """).Entries);

        Assert.Equal(("<p>5 &lt; 6<br><a href=\"https://cdn.example/x/y\">z</a></p>", "a &lt; b"), (entry.Content, entry.Summary));
    }

    public static TheoryData<string, string> Hostile => new()
    {
        { "nested", "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 100_000)) },
        { "nested and closed", "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<a>", 50_000)) + string.Concat(Enumerable.Repeat("</a>", 50_000)) + "</item></channel></rss>" },
        { "laughs", "<!DOCTYPE r [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'><!ENTITY c SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&b;&c;</title></item></channel></rss>" },
        { "brackets", "<rss><channel><item><title>" + new string('<', 200_000) },
        { "closings", "<rss><channel><item>" + string.Concat(Enumerable.Repeat("</x>", 100_000)) },
        { "attributes", "<rss><channel><item " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 ")) + "/></channel></rss>" },
        { "ampersands", "<rss><channel><item><title>" + new string('&', 300_000) },
        { "declarations", "<rss><channel><item>" + string.Concat(Enumerable.Repeat("<![CDATA[", 50_000)) },
        { "scripts", "<rss><channel><item><title><![CDATA[" + string.Concat(Enumerable.Repeat("<script><!--", 50_000)) + "]]></title></item></channel></rss>" },
        { "surrogates", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{\"id\":\"\\ud800\",\"title\":\"\\udfff\",\"tags\":[\"\\ud800\"]}]}" },
        { "deep json", "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":" + new string('[', 100_000) },
        { "many", "<rss><channel>" + string.Concat(Enumerable.Repeat("<item/>", 350_000)) },
        { "date", "<rss><channel><item><pubDate>" + new string('9', 500_000) + "</pubDate></item></channel></rss>" },
    };

    [Theory]
    [MemberData(nameof(Hostile), DisableDiscoveryEnumeration = true)]
    public void HostileBody_GetsAnAnswer(string name, string body)
    {
        var read = FeedReader.Read(Encoding.UTF8.GetBytes(body), null, Base);

        Assert.True(read is FeedRead.NotAFeed || ((FeedRead.Document)read).Entries.All(e => !e.Title.Contains("root:", StringComparison.Ordinal) && e.Title.Length <= 1024), name);
    }

    [Fact]
    public void OverlongFields_AreCut_AndAnOverlongIdIsHashed()
    {
        var entry = Assert.Single(Document($"<rss><channel><item><guid>{new string('g', 5000)}</guid><title>{new string('t', 5000)}</title><link>https://x.example/{new string('l', 5000)}</link></item></channel></rss>").Entries);

        Assert.StartsWith("sha256:", entry.Id, StringComparison.Ordinal);
        Assert.Equal((1024, null), (entry.Title.Length, entry.Link));
    }

    [Theory]
    [InlineData("<ttl>90</ttl>", 90)]
    [InlineData("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 360)]
    [InlineData("<ttl>soon</ttl>", null)]
    public void WishedInterval_IsReadFromTheFeed(string wish, int? minutes) =>
        Assert.Equal(minutes is { } m ? TimeSpan.FromMinutes(m) : null, Document($"<rss><channel>{wish}<item/></channel></rss>").Ttl);

    private static FeedRead.Document Document(string body) =>
        Assert.IsType<FeedRead.Document>(FeedReader.Read(Encoding.UTF8.GetBytes(body), null, Base));
}
