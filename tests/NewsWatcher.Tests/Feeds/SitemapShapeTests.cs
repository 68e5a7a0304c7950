using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class SitemapShapeTests
{
    private const string Spaces = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:n=\"http://www.google.com/schemas/sitemap-news/0.9\"";

    private static readonly string News = $"""
        <?xml version="1.0" encoding="UTF-8"?><urlset {Spaces}>
        {Page("old", "<n:title>Shipyard wins order &amp;amp; hires</n:title><n:publication_date>2026-02-17T08:00:00+09:00</n:publication_date><n:keywords>ports, ships</n:keywords><n:genres>Blog</n:genres>")}
        {Page("new", "<n:title>Terminal operator signs lease</n:title><n:publication_date>2026-02-18</n:publication_date>")}
        {Page("undated", "<n:title>Undated</n:title>", "<lastmod>2026-02-16</lastmod>")}
        <url><loc>https://port.example/about</loc></url></urlset>
        """;

    [Fact]
    public void NewsSitemap_IsAFeedWithTheNewestFirst()
    {
        var feed = Assert.IsType<FeedRead.Document>(Read(News));

        Assert.Equal(("Port Courier", (string?)null), (feed.Title, feed.Damage));
        Assert.Equal([("Terminal operator signs lease", "https://port.example/new"), ("Shipyard wins order & hires", "https://port.example/old"), ("Undated", "https://port.example/undated")],
            feed.Entries.Select(e => (e.Title, e.Link ?? "")));
        Assert.Equal([new(2026, 2, 18, 0, 0, 0, TimeSpan.Zero), new(2026, 2, 16, 23, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 2, 16, 0, 0, 0, TimeSpan.Zero)], feed.Entries.Select(e => e.Published));
        Assert.Equal(["ports", "ships", "Blog"], feed.Entries[1].Categories);
    }

    [Fact]
    public void DamagedSitemap_IsReadAsFarAsItGoes()
    {
        var feed = Assert.IsType<FeedRead.Document>(Read(News[..News.IndexOf("Undated", StringComparison.Ordinal)]));

        Assert.NotNull(feed.Damage);
        Assert.Contains(feed.Entries, e => e.Link == "https://port.example/new");
    }

    [Fact]
    public void SitemapOfTwoQuietDays_IsAFeedWithoutEntries() => Assert.Empty(Assert.IsType<FeedRead.Document>(Read($"<urlset {Spaces}></urlset>")).Entries);

    [Theory]
    [InlineData("<urlset><url><loc>https://a.example/x</loc><lastmod>2026-02-18</lastmod></url></urlset>", "a sitemap whose 1 addresses have no news titles")]
    [InlineData("<sitemapindex><sitemap><loc>https://a.example/pages.xml</loc><lastmod>2026-02-18</lastmod></sitemap><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>", "such as https://a.example/news.xml, https://a.example/pages.xml")]
    [InlineData("<sitemapindex><sitemap><loc>https://a.example/news.xml</loc></sitemap></sitemapindex>", "a list of one sitemap: give")]
    [InlineData("<sitemapindex></sitemapindex>", "a list of 0 sitemaps")]
    [InlineData("<sitemapindex><sitemap><loc>javascript:x</loc></sitemap></sitemapindex>", "a list of 0 sitemaps")]
    [InlineData("<mapset><url/></mapset>", "XML with the root \"mapset\"")]
    public void WhatTellsNoNews_SaysWhatToDo(string xml, string reason) => Assert.Contains(reason, Assert.IsType<FeedRead.NotAFeed>(Read(xml)).Reason, StringComparison.Ordinal);

    [Fact]
    public void SitemapWithoutEnd_IsCut()
    {
        var xml = $"<urlset {Spaces}>" + string.Concat(Enumerable.Range(0, 40_000).Select(n => Page($"{n}", $"<n:title>Story {n}</n:title>"))) + "</urlset>";

        Assert.Equal(10_000, Assert.IsType<FeedRead.Document>(Read(xml)).Entries.Count);
    }

    private static string Page(string slug, string news, string more = "") =>
        $"<url><loc>https://port.example/{slug}</loc>{more}<n:news><n:publication><n:name>Port Courier</n:name><n:language>en</n:language></n:publication>{news}</n:news></url>";

    private static FeedRead Read(string xml) => FeedReader.Read(Encoding.UTF8.GetBytes(xml), "application/xml", new Uri("https://port.example/news-sitemap.xml"));
}
