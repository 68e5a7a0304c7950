using NewsWatcher.Feeds;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Html;

namespace NewsWatcher.Tests.Feeds.Discovery;

public sealed class PageFeedsTests
{
    private static readonly Uri Page = new("https://site.example/section/page");

    [Theory]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="/rss">""", "https://site.example/rss")]
    [InlineData("""<LINK REL='Alternate' TYPE='application/atom+xml; charset=utf-8' HREF='atom.xml'>""", "https://site.example/section/atom.xml")]
    [InlineData("""<link rel="feed" href="//cdn.example/x">""", "https://cdn.example/x")]
    [InlineData("""<link rel="home alternate" type="application/feed+json" href="f.json#top">""", "https://site.example/section/f.json")]
    [InlineData("""<base href="https://other.example/a/"><link rel="alternate" type="text/xml" href="b">""", "https://other.example/a/b")]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="feed:https://x.example/rss">""", "https://x.example/rss")]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="feed://x.example/rss">""", "https://x.example/rss")]
    [InlineData("""<link rel="alternate stylesheet" type="text/xml" href="/style">""", null)]
    [InlineData("""<link rel="alternate" type="application/json" href="/wp-json/1">""", null)]
    [InlineData("""<link rel="alternate" hreflang="de" href="/de/">""", null)]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">""", null)]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="https://me:secret@x.example/rss">""", null)]
    [InlineData("""<link rel="alternate" type="application/rss+xml" href="http://x.example:22/rss">""", null)]
    [InlineData("""<link rel="alternate" type="application/rss+xml">""", null)]
    [InlineData("""<!-- <link rel="alternate" type="application/rss+xml" href="/rss"> -->""", null)]
    public void LinkElement_IsReadAsBrowsersWould(string head, string? address) => Assert.Equal(address, Named($"<html><head>{head}</head></html>"));

    [Theory]
    [InlineData("""<a href="/topics/energy.rss">Energy</a>""", "https://site.example/topics/energy.rss")]
    [InlineData("""<a href="/backend?x=1"> RSS  feed </a>""", "https://site.example/backend?x=1")]
    [InlineData("""<a href="/x" title="Atom"><img src="i.png"></a>""", "https://site.example/x")]
    [InlineData("""<a href="/?feed=rss2">x</a>""", "https://site.example/?feed=rss2")]
    [InlineData("""<a href="https://feeds.host.example/news/world.xml">x</a>""", "https://feeds.host.example/news/world.xml")]
    [InlineData("""<a href="https://reader.example/add/feed/https://site.example/rss">x</a>""", null)]
    [InlineData("""<a href="https://reader.example/?url=https%3A%2F%2Fsite.example%2Frss.xml">x</a>""", null)]
    [InlineData("""<a href="/news/cattle-feed-prices.html">Cattle feed</a>""", null)]
    [InlineData("""<a href="/data.xml">figures</a>""", null)]
    [InlineData("""<a href="#rss">RSS</a>""", null)]
    public void LinkOfThePage_CountsWhereItLooksLikeAFeed(string body, string? address) => Assert.Equal(address, Named($"<html><body>{body}</body></html>"));

    [Fact]
    public void LinkElements_ComeBeforeLinks()
    {
        var named = PageFeeds.Of(HtmlPage.Parse("""<a href="/a.rss">RSS</a><link rel="alternate" type="application/rss+xml" title=" The  news " href="/b">"""), Page);

        Assert.Equal([(FeedSign.LinkElement, "The news"), (FeedSign.PageLink, "RSS")], named.Select(n => (n.Sign, n.Title ?? "")));
    }

    [Fact]
    public void HugePage_IsBounded()
    {
        var page = string.Concat(Enumerable.Range(0, 100_000).Select(i => $"<link rel=alternate type=application/rss+xml href=/f{i}>"));

        Assert.InRange(PageFeeds.Of(HtmlPage.Parse(page), Page).Count, 1, 20_000);
    }

    [Theory]
    [InlineData("""</feed>; rel="alternate"; type="application/rss+xml"; title="News, all" """, "https://site.example/feed")]
    [InlineData("""</style>; rel=preload; as=style, <x/atom>; type=application/atom+xml; rel=alternate""", "https://site.example/section/x/atom")]
    [InlineData("""</a,b;c>; rel="feed" """, "https://site.example/a,b;c")]
    [InlineData("""</wp-json>; rel="https://api.w.org/" """, null)]
    [InlineData("""</feed>; rel="alternate; type="application/rss+xml""", null)]
    [InlineData("<<<>>>;;;,,,==\"", null)]
    [InlineData("<", null)]
    [InlineData("", null)]
    public void LinkHeader_NamesFeeds(string header, string? address) => Assert.Equal(address, LinkHeader.Feeds([header], Page).SingleOrDefault()?.Url.AbsoluteUri);

    [Theory]
    [InlineData("https://x.example/comments/feed/", null, true)]
    [InlineData("https://x.example/feed", "Comments on: The news", true)]
    [InlineData("https://x.example/kommentare.rss", null, true)]
    [InlineData("https://x.example/feed", "News and comment", false)]
    [InlineData("https://x.example/feed", null, false)]
    public void FeedOfComments_IsKnownByItsName(string address, string? title, bool isOfComments) => Assert.Equal(isOfComments, FeedAddress.IsOfComments(new(address), title));

    [Fact]
    public void CommonPlaces_AreFewAndBelowTheSectionFirst()
    {
        Assert.Equal(["https://x.example/blog/feed", "https://x.example/blog/rss", "https://x.example/blog/rss.xml", "https://x.example/feed"], CommonPlaces.Of(new("https://x.example/blog/?p=1")).Take(4).Select(c => c.Url.AbsoluteUri));
        Assert.Equal("https://x.example/feed", CommonPlaces.Of(new("https://x.example/2026/story.html")).First().Url.AbsoluteUri);
        Assert.InRange(CommonPlaces.Of(new("https://x.example/a/b")).Count(), 5, 15);
    }

    [Theory]
    [InlineData("2026-02-01 2026-02-02 2026-02-03", 1.0, "2026-02-03")]
    [InlineData("2026-02-01 2026-02-01 2026-02-01", null, "2026-02-01")]
    [InlineData("2026-02-01 2026-02-03", null, "2026-02-03")]
    [InlineData("2026-02-01 2026-02-02 2026-02-03 2099-01-01 1970-01-01", 1.0, "2026-02-03")]
    [InlineData("", null, null)]
    public void Cadence_IsThatOfCredibleDates(string dates, double? perDay, string? newest)
    {
        var entries = dates.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(d => new Entry { Published = Day(d) });

        Assert.Equal(new Cadence(perDay, newest is null ? null : Day(newest)), Cadence.Of(entries, Day("2026-02-10")));
    }

    private static DateTimeOffset Day(string day) => DateTimeOffset.Parse(day + "T00:00:00Z", System.Globalization.CultureInfo.InvariantCulture);

    private static string? Named(string html) => PageFeeds.Of(HtmlPage.Parse(html), Page).SingleOrDefault()?.Url.AbsoluteUri;
}
