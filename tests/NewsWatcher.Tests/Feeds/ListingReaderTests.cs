using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class ListingReaderTests
{
    private static readonly Uri Address = new("https://ministry.example/news/index.html");

    private const string Page = """
        <html><head><title>Ministry of Ports</title></head><body><nav><ul><li><a href="/">Home</a></li></ul></nav><ul class="news">
        <li><a href="quay.html"><img alt="Picture of the quay"></a> <h3 class="t"><a href="quay.html">Quay opens to gas carriers</a></h3><time datetime="2026-02-18T09:00:00+09:00">today</time><p>It is <b>ready</b>.</p></li>
        <li><a href="/tag/power">Power</a><h3 class="t"><a href="https://ministry.example/power?utm_source=x">Power plant approved</a></h3><time>17 February 2026</time></li>
        <li><h3 class="t">A notice without a page</h3></li>
        <li><a href="javascript:go()">Script</a></li></ul></body></html>
        """;

    [Fact]
    public void Page_IsReadBySelectorsAndDefaults()
    {
        var read = Document(Page, new Listing { Item = "ul.news > li", Title = ".t", Summary = "p" });

        Assert.Equal("Ministry of Ports", read.Title);
        Assert.Equal([("Quay opens to gas carriers", "https://ministry.example/news/quay.html"), ("Power plant approved", "https://ministry.example/power?utm_source=x")], read.Entries.Select(e => (e.Title, e.Link ?? "")));
        Assert.Equal([new(2026, 2, 18, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 17, 0, 0, 0, TimeSpan.Zero)], read.Entries.Select(e => e.Published));
        Assert.Equal(["It is ready.", null], read.Entries.Select(e => e.Summary));
        Assert.Contains("2 of 4 items of the listing have no link", read.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<article><a href='/a'><img></a><a href='/a'>The longer text is the title</a></article>", "The longer text is the title")]
    [InlineData("<article><a href='/a' title='Told by the title'><img></a></article>", "Told by the title")]
    [InlineData("<article><a href='/a'><img alt='Told by the picture'></a></article>", "Told by the picture")]
    [InlineData("<a href='/a'><article>The link is around</article></a>", "The link is around")]
    [InlineData("<article><a href='#top'></a><a href='/a'>Here &amp; there</a></article>", "")]
    [InlineData("<article><a href='mailto:x@y.example'>Mail</a><a href='/a'>Here &amp; there</a></article>", "Here & there")]
    public void LinkAndTitle_AreFoundWithoutSelectors(string item, string title) => Assert.Equal(title, Assert.Single(Document(item, new Listing { Item = "article" }).Entries).Title);

    [Fact]
    public void ItemMayBeTheLinkItself() =>
        Assert.Equal(["https://ministry.example/a", "https://ministry.example/b"], Document("<a class=n href=/a>First</a><a class=n href=/b>Second</a>", new Listing { Item = "a.n", Link = "a.n" }).Entries.Select(e => e.Link));

    [Fact]
    public void BaseOfThePage_Holds() =>
        Assert.Equal("https://static.example/x/a", Assert.Single(Document("<base href='https://static.example/x/'><p><a href=a>Story</a></p>", new Listing { Item = "p" }).Entries).Link);

    [Fact]
    public void TwinsOfOnePage_AreOneEntryWithAllThatTheySay()
    {
        var entry = Assert.Single(Document("<p><a href='/a?utm_medium=x'>Quay</a></p><p><a href='/a'>Quay opens</a><time>2026-02-18</time></p><p><a href='/a/'></a></p>", new Listing { Item = "p" }).Entries);

        Assert.Equal(("Quay opens", 18), (entry.Title, entry.Published?.Day));
    }

    [Theory]
    [InlineData("ul.old > li", null, null, "\"item\": \"ul.old > li\" found nothing among the")]
    [InlineData("ul.news > li", "a.more", null, "\"link\": \"a.more\" found no http(s) address in any of the 4 items")]
    [InlineData("nav h3, ul.news > li + li + li + li", null, null, "\"link\": the first link found no http(s) address in any of the 1 items")]
    [InlineData("ul.news > li", null, "h1", "\"title\": \"h1\" found nothing in any of the 4 items")]
    public void RebuiltPage_IsToldWithTheSelectorThatFoundNothing(string item, string? link, string? title, string reason) =>
        Assert.Contains(reason, Assert.IsType<FeedRead.NotAListing>(Read(Page, new Listing { Item = item, Link = link, Title = title })).Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "an empty body")]
    [InlineData("hello", "no HTML page")]
    [InlineData("<?xml version='1.0'?><rss version='2.0'><channel><item><title>x</title></item></channel></rss>", "leave \"listing\" out")]
    [InlineData("<html><body>Log in to the network</body></html>", "found nothing among")]
    [InlineData("\0\u0001<\u0002", "found nothing among")]
    public void WhatIsNoListing_IsToldAsWhatItIs(string body, string reason) =>
        Assert.Contains(reason, Assert.IsType<FeedRead.NotAListing>(Read(body, new Listing { Item = "li" })).Reason, StringComparison.Ordinal);

    [Fact]
    public void LostDateOrSummary_IsARemarkAndStopsNothing()
    {
        var read = Document(Page, new Listing { Item = "ul.news > li", Date = ".when", Summary = ".teaser" });

        Assert.Equal(2, read.Entries.Count);
        Assert.Contains("\"date\": \".when\" found no date", read.Remark, StringComparison.Ordinal);
        Assert.Contains("\"summary\": \".teaser\" found nothing", read.Remark, StringComparison.Ordinal);
    }

    [Fact]
    public void Charset_IsDecidedAsForFeeds()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var body = Encoding.GetEncoding("shift_jis").GetBytes("<html><head><meta charset=shift_jis></head><body><p><a href=/a>深水港が開港した</a></p></body></html>");

        Assert.Equal("深水港が開港した", Assert.Single(Assert.IsType<FeedRead.Document>(ListingReader.Read(body, "text/html", Address, new Listing { Item = "p" })).Entries).Title);
    }

    [Fact]
    public void PageWithoutEnd_IsReadAsFarAsItGoes()
    {
        var nested = string.Concat(Enumerable.Repeat("<div><a href='/x'>", 30_000));
        var wide = string.Concat(Enumerable.Range(0, 30_000).Select(n => $"<div><a href='/{n}'>Story number {n}</a></div>"));

        Assert.NotEmpty(Document(nested, new Listing { Item = "div", Title = "div" }).Entries);
        Assert.InRange(Document(wide, new Listing { Item = "div" }).Entries.Count, 1_000, 2_000);
    }

    private static FeedRead.Document Document(string page, Listing listing) => Assert.IsType<FeedRead.Document>(Read(page, listing));

    private static FeedRead Read(string page, Listing listing) => ListingReader.Read(Encoding.UTF8.GetBytes(page), "text/html; charset=utf-8", Address, listing);
}
