using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Tests.Watching.Discovery;

public sealed class FeedDiscoveryTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();

    private IEnumerable<string> Paths => _server.Requests.Select(r => r.Split(' ')[1]);

    [Theory]
    [InlineData("news.example", "https://news.example/ http://news.example/")]
    [InlineData(" news.example:8080/x?y ", "https://news.example:8080/x?y http://news.example:8080/x?y")]
    [InlineData("//news.example/", "https://news.example/ http://news.example/")]
    [InlineData("HTTP://news.example", "http://news.example/")]
    [InlineData("feed:https://news.example/rss", "https://news.example/rss")]
    [InlineData("feed://news.example/rss", "https://news.example/rss")]
    [InlineData("経済.example", "https://経済.example/ http://経済.example/")]
    [InlineData("ftp://news.example/", "")]
    [InlineData("file:///etc/passwd", "")]
    [InlineData("/etc/passwd", "")]
    [InlineData("me:secret@news.example", "")]
    [InlineData("news.example:22", "")]
    [InlineData("two words", "")]
    [InlineData("", "")]
    public void WhatIsTyped_BecomesAddresses(string typed, string addresses) => Assert.Equal(addresses, string.Join(' ', FeedDiscovery.Addresses(typed).Select(a => a.ToString())));

    [Fact]
    public async Task FeedItself_IsPreviewedWithOneRequest()
    {
        _server.On("/rss", HostileServer.Ok(Rss("Port News", "p", 5)));

        var feed = Assert.Single((await FindAsync("/rss")).Feeds);

        Assert.Equal(("Port News", FeedKind.Rss, 5, FeedSign.Asked, "en"), (feed.Title, feed.Kind, feed.Entries, feed.Sign, feed.Language));
        Assert.Equal(["Port News p 0", "Port News p 1", "Port News p 2"], feed.Headlines);
        Assert.Equal(["/rss"], Paths);
    }

    [Fact]
    public async Task PageThatNamesItsFeeds_IsNotSearchedFurther()
    {
        _server.On("/", HostileServer.Ok(Page("""<link rel="alternate" type="application/rss+xml" href="/comments/feed"><link rel="alternate" type="application/rss+xml" href="/feed">"""), "Content-Type: text/html", """Link: </top>; rel="alternate"; type="application/atom+xml" """));
        _server.On("/feed", HostileServer.Ok(Rss("All", "a", 3)));
        _server.On("/comments/feed", HostileServer.Ok(Rss("Comments", "c", 3)));
        _server.On("/top", HostileServer.Ok("""<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Top</title><entry><title>t</title><id>t</id></entry></feed>"""));

        var found = await FindAsync("/");

        Assert.Equal(["Top", "All", "Comments"], found.Feeds.Select(f => f.Title));
        Assert.Equal([FeedSign.Header, FeedSign.LinkElement, FeedSign.LinkElement], found.Feeds.Select(f => f.Sign));
        Assert.Equal((FeedKind.Atom, "de", true), (found.Feeds[0].Kind, found.Feeds[0].Language, found.Feeds[2].IsOfComments));
        Assert.Equal(["/", "/top", "/comments/feed", "/feed"], Paths);
    }

    [Fact]
    public async Task SameEntriesAndSameAddress_AreOneFeed()
    {
        _server.On("/", HostileServer.Ok(Page(string.Concat(new[] { "/rss", "/again", "/moved", "/other" }.Select(p => $"""<link rel="alternate" type="application/rss+xml" href="{p}">""")))));
        _server.On("/rss", HostileServer.Ok(Rss("One", "a", 10)));
        _server.On("/again", HostileServer.Ok(Rss("One, longer", "a", 20)));
        _server.On("/moved", HostileServer.Status("301 Moved", "", "Location: /rss"));
        _server.On("/other", HostileServer.Ok(Rss("Other", "b", 10)));

        var found = await FindAsync("/");

        Assert.Equal(["One", "Other"], found.Feeds.Select(f => f.Title));
        Assert.Equal(["/again", "/rss"], found.Feeds[0].AlsoAt.Select(u => u.AbsolutePath));
    }

    [Fact]
    public async Task PageOfFeeds_IsFollowedOnce()
    {
        _server.On("/", HostileServer.Ok(Page("", """<a href="/services/feeds">RSS</a>""")));
        _server.On("/services/feeds", HostileServer.Ok(Page("", """<a href="/energy.rss">Energy</a><a href="/deeper">RSS</a>""")));
        _server.On("/energy.rss", HostileServer.Ok(Rss("Energy", "e", 3)));

        Assert.Equal("Energy", Assert.Single((await FindAsync("/")).Feeds).Title);
        Assert.DoesNotContain("/deeper", Paths);
    }

    [Fact]
    public async Task NewsSitemapOfRobots_IsFoundThroughItsIndex()
    {
        _server.On("/robots.txt", HostileServer.Ok($"User-agent: *\nDisallow: /feed\nSitemap: {_server.Url("/sitemap.xml")}\nSitemap: ftp://x.example/\n"));
        _server.On("/", HostileServer.Ok(Page("")));
        _server.On("/sitemap.xml", HostileServer.Ok($"<sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><sitemap><loc>{_server.Url("/products.xml")}</loc></sitemap><sitemap><loc>{_server.Url("/news.xml")}</loc></sitemap></sitemapindex>"));
        _server.On("/products.xml", HostileServer.Ok("<urlset><url><loc>https://x.example/1</loc></url></urlset>"));
        _server.On("/news.xml", HostileServer.Ok("""
            <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"><url><loc>https://x.example/a</loc>
            <n:news><n:publication><n:name>Harbour Times</n:name><n:language>ja</n:language></n:publication><n:publication_date>2026-02-01</n:publication_date><n:title>Ports</n:title></n:news></url></urlset>
            """));

        var feed = Assert.Single((await FindAsync("/")).Feeds);

        Assert.Equal((FeedKind.NewsSitemap, "Harbour Times", "ja", 1), (feed.Kind, feed.Title, feed.Language, feed.Entries));
    }

    [Fact]
    public async Task CommonPlaces_AreAskedWhereRobotsAllowsUntilOneIsAFeed()
    {
        _server.On("/robots.txt", HostileServer.Ok("User-agent: *\nDisallow: /feed\n"));
        _server.On("/", HostileServer.Ok(Page("")));
        _server.On("/rss.xml", HostileServer.Ok(Rss("Here", "h", 3)));

        var found = await FindAsync("/");

        Assert.Equal("Here", Assert.Single(found.Feeds).Title);
        Assert.Equal(["/", "/robots.txt", "/rss", "/rss.xml"], Paths);
        Assert.Contains(found.Tried, t => t.Url.AbsolutePath == "/feed" && t.Result.Contains("robots.txt", StringComparison.Ordinal));
    }

    [Fact]
    public async Task StoryOfASite_LeadsToItsFrontPage()
    {
        _server.On("/2026/story.html", HostileServer.Ok(Page("")));
        _server.On("/", HostileServer.Ok(Page("""<link rel="alternate" type="application/rss+xml" href="/all">""")));
        _server.On("/all", HostileServer.Ok(Rss("All", "a", 3)));

        Assert.Equal("All", Assert.Single((await FindAsync("/2026/story.html")).Feeds).Title);
    }

    [Fact]
    public async Task SiteThatHasNone_IsToldWithAllThatWasTried()
    {
        var found = await FindAsync("/");

        Assert.Empty(found.Feeds);
        Assert.InRange(found.Tried.Count, 5, 15);
        Assert.All(found.Tried, t => Assert.Contains("404", t.Result, StringComparison.Ordinal));
    }

    [Fact]
    public async Task CountlessLinks_AreNotAllAsked()
    {
        _server.On("/", HostileServer.Ok(Page(string.Concat(Enumerable.Range(0, 500).Select(i => $"""<link rel="alternate" type="application/rss+xml" href="/f{i}">""")))));
        for (var i = 0; i < 500; i++)
        {
            _server.On($"/f{i}", HostileServer.Ok(Rss($"F{i}", $"f{i}x", 2)));
        }

        var found = await FindAsync("/");

        Assert.Equal((12, 488, 13), (found.Feeds.Count, found.Left.Count, Paths.Count()));
    }

    [Fact]
    public async Task RedirectToAPrivateAddress_IsNotFollowed()
    {
        _server.On("/", HostileServer.Status("302 Found", "", "Location: http://10.1.2.3/feed"));

        var found = await FindAsync("/");

        Assert.Empty(found.Feeds);
        Assert.Contains("10.1.2.3", Assert.Single(found.Tried).Result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostWithoutASecureConnection_IsAskedWithoutOne()
    {
        _server.On("/", HostileServer.Ok(Rss("Plain", "p", 1)));

        var found = await NewDiscovery().FindAsync(FeedDiscovery.Addresses($"{HostileServer.Address}:{_server.Port}"), progress: null, TestContext.Current.CancellationToken);

        Assert.Equal("Plain", Assert.Single(found.Feeds).Title);
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><head><link rel='alternate' type='application/rss+xml' href='/'></head>")]
    [InlineData("<html><a href='/loop'>RSS</a>")]
    [InlineData("\0\u0001\u0002 nothing at all")]
    [InlineData("<urlset><urlset><urlset><urlset>")]
    [InlineData("<sitemapindex><sitemap><loc>javascript:x</loc></sitemap><sitemap><loc>/loop</loc></sitemap></sitemapindex>")]
    [InlineData("{\"items\": ")]
    public async Task OddBody_EndsWithAReason(string body)
    {
        _server.On("/", HostileServer.Ok(body));
        _server.On("/loop", HostileServer.Ok(body));

        var found = await FindAsync("/");

        Assert.Empty(found.Feeds);
        Assert.InRange(found.Tried.Count, 1, 24);
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    private FeedDiscovery NewDiscovery() => new(_fetcher, new RobotsGate(_fetcher, TimeProvider.System), TimeProvider.System);

    private Task<SiteFeeds> FindAsync(string path) => NewDiscovery().FindAsync([_server.Url(path)], progress: null, TestContext.Current.CancellationToken);

    private static string Page(string head, string body = "") => $"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>";

    private static string Rss(string title, string slug, int count) =>
        $"<rss version='2.0'><channel><title>{title}</title><language>en-us</language>{string.Concat(Enumerable.Range(0, count).Select(i => $"<item><title>{title} {slug} {i}</title><link>https://x.example/{slug}/{i}</link></item>"))}</channel></rss>";
}
