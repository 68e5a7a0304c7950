using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Scheduling;

namespace NewsWatcher.Tests.Feeds;

/// <summary>What feeds.json may say of sources that are no feeds.</summary>
public sealed class FeedSourcesTests
{
    [Fact]
    public void Listing_IsReadWithItsSelectors()
    {
        var feed = Assert.Single(Read("""{"id": "f", "url": "https://a.example/news", "listing": {"item": "ul > li", "date": ".when", "timeZone": "Asia/Tokyo"}}""", out var problems));

        Assert.Empty(problems);
        Assert.Equal((new Listing { Item = "ul > li", Date = ".when", TimeZone = "Asia/Tokyo" }, ArticlePolicy.Fetch), (feed.Listing, feed.Articles));
    }

    [Theory]
    [InlineData(""" "listing": {"item": "li >"} """, "\"item\": \"li >\" cannot be used: it is no CSS selector")]
    [InlineData(""" "listing": {"item": "li", "date": ".when:hover"} """, "\"date\": \".when:hover\" cannot be used: \":hover\" is not known here")]
    [InlineData(""" "listing": {"item": "li", "timeZone": "Mars/Base"} """, "\"timeZone\": \"Mars/Base\" is not known")]
    [InlineData(""" "listing": {"link": "a"} """, "\"item\" is missing")]
    [InlineData(""" "listing": {"item": "li", "titel": "h2"} """, "\"titel\" is not known here")]
    [InlineData(""" "listing": "li" """, "\"listing\" must be an object")]
    [InlineData(""" "each": "mail" """, "\"each\" goes with \"mail\" only")]
    [InlineData(""" "mail": "letters/" """, "one of \"url\", \"file\" and \"mail\"")]
    public void WhatCannotBeUsed_IsAProblemWithItsLine(string more, string message)
    {
        Read($$"""{"id": "f", "url": "https://a.example/news", {{more}}}""", out var problems);

        var problem = Assert.Single(problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MailFolder_IsTakenBelowTheConfiguration_AndItsLinksAreLeftAlone()
    {
        var feed = Assert.Single(Read("""{"id": "f", "mail": "letters/", "each": "mail"}""", out var problems));

        Assert.Empty(problems);
        Assert.Equal((Path.GetFullPath("/config/letters"), MailEntries.Mail, ArticlePolicy.Never), (feed.Mail, feed.Each, feed.Articles));
    }

    [Theory]
    [InlineData("""{"id": "f", "mail": "../letters"}""", "Files:Roots")]
    [InlineData("""{"id": "f", "mail": "/var/mail"}""", "Files:Roots")]
    [InlineData("""{"id": "f", "mail": "letters", "listing": {"item": "li"}}""", "\"listing\" goes with \"url\" only")]
    [InlineData("""{"id": "f", "mail": "letters", "each": "line"}""", "is none of story, mail")]
    public void MailFolderThatMakesNoSense_IsAProblem(string feed, string message)
    {
        Read(feed, out var problems);

        Assert.Contains(message, Assert.Single(problems).Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Feed> Read(string feed, out List<ConfigProblem> problems) =>
        FeedFile.Read($"{{\n\"feeds\": [\n{feed}\n]}}", "/config/feeds.json", new([], CronTimes.Fault), problems = []);
}
