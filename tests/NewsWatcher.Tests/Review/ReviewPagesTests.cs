using System.Net;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Review;

/// <summary>What the pages show.</summary>
public sealed class ReviewPagesTests
{
    private const string Text = "The first projects add up to $36 billion, the ministry said.\n\nLakeland Energy will run the plant.";

    [Fact]
    public async Task Deal_ShowsItsFiguresWithStatusInWordsAndTheirSentences()
    {
        await using var site = await ReviewSite.StartAsync();

        var page = await site.PageAsync("/sample/deal");

        Assert.Contains("title=\"550,000,000,000 USD\">$550&#xA0;bn</data>", page, StringComparison.Ordinal);
        Assert.Contains(">up to $44&#xA0;bn</data>", page, StringComparison.Ordinal);
        Assert.Contains("superseded, was never more than a lead", page, StringComparison.Ordinal);
        Assert.Contains("lead, not confirmed", page, StringComparison.Ordinal);
        Assert.Contains("The first projects add up to <mark>$36 billion</mark>.", page, StringComparison.Ordinal);
        Assert.Contains("深水港に<mark>21億ドル</mark>を投じる。", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"ja\"", page, StringComparison.Ordinal);
        Assert.Contains("none reported", page, StringComparison.Ordinal);
        Assert.Contains("9 articles, 6 outlets, 2 origins", page, StringComparison.Ordinal);
        Assert.Contains("first known to the month, now to the day", page, StringComparison.Ordinal);
        Assert.Contains("no party of this deal is named", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_ShowsEachDealInItsFiguresAndTheNextMilestone()
    {
        await using var site = await ReviewSite.StartAsync();

        var page = await site.PageAsync("/sample/home");

        Assert.Contains("$36&#xA0;bn", page, StringComparison.Ordinal);
        Assert.Contains("second round of projects", page, StringComparison.Ordinal);
        Assert.Contains("second half of 2026", page, StringComparison.Ordinal);
        Assert.Contains("1 open conflict", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Item_HasItsFactsMarkedAtTheirAnchors()
    {
        await using var site = await ReviewSite.StartAsync();
        var id = await Capture.ItemAsync(site.Database, "First projects", "https://wire.example/1", SampleLedger.Now, new Article
        {
            Title = "First projects", Text = Text, Language = "en", Notices = [new(NoticeKind.AiGenerated, "Written by a machine.")],
        }, Capture.Facts(Text, "$36 billion", "Lakeland Energy"));

        var page = await site.PageAsync($"/items/{id}");

        Assert.Matches("add up to <mark id=\"claim-[0-9a-f]{32}\" class=\"k-amount\" title=\"amount: [^\"]*\">\\$36 billion</mark>, the ministry said\\.</p>", page);
        Assert.Contains("publisher says: AI-generated", page, StringComparison.Ordinal);
        Assert.Contains("money.sign", page, StringComparison.Ordinal);
        Assert.Contains("rel=\"noopener noreferrer nofollow ugc\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ItemKeptApart_SaysSoAndNotThatItTouchesNoDeal()
    {
        await using var site = await ReviewSite.StartAsync();
        var id = await Capture.ItemAsync(site.Database, "First projects", "https://wire.example/1", SampleLedger.Now, new Article { Title = "First projects", Text = Text }, ArticleFacts.None);
        await site.Database.WriteAsync(db => db.RunAsync("update items set quarantined_by = (select id from feeds where key = 'wire')", null, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);

        var page = await site.PageAsync($"/items/{id}");

        Assert.Contains("<code>newswatcher feeds trust wire</code>", page, StringComparison.Ordinal);
        Assert.Contains("Not matched while it is kept apart.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("touches no followed deal", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/items?q=projects", true)]
    [InlineData("/items?q=%22first+projects%22&outlet=wire", true)]
    [InlineData("/items?q=nowhere", false)]
    [InlineData("/items?tag=none", false)]
    [InlineData("/items?q=%22&deal=%27%3B--", false)]
    public async Task Items_AreFoundByTheirWords(string path, bool found)
    {
        await using var site = await ReviewSite.StartAsync();
        await Capture.ItemAsync(site.Database, "First projects", "https://wire.example/1", SampleLedger.Now, new Article { Title = "First projects", Text = Text }, ArticleFacts.None);

        var page = await site.PageAsync(path);

        Assert.Equal(found, page.Contains(">First projects</a>", StringComparison.Ordinal));
        Assert.Equal(!found, page.Contains("No item matches", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FeedThatWasNeverPolled_IsDueNow()
    {
        await using var site = await ReviewSite.StartAsync();
        await new CatalogStore(site.Database).AddAsync(new Feed { Id = "new", Name = "New", Url = new Uri("https://new.example/rss") }, SampleLedger.Now, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("1970", await site.PageAsync("/feeds") + await site.PageAsync("/feeds/new"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feeds_AreInTheOrderOfTheirNumbers()
    {
        await using var site = await ReviewSite.StartAsync();
        await Capture.FeedAsync(site.Database, "ten", "Desk 10", SampleLedger.Now);
        await Capture.FeedAsync(site.Database, "two", "Desk 2", SampleLedger.Now);

        var page = await site.PageAsync("/feeds");

        Assert.True(page.IndexOf("Desk 2", StringComparison.Ordinal) < page.IndexOf("Desk 10", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Feeds_ShowTheNewestFailureFirstWithItsReason()
    {
        await using var site = await ReviewSite.StartAsync();
        await Capture.FeedAsync(site.Database, "fine", "A fine feed", SampleLedger.Now.AddHours(-1));
        await Capture.FeedAsync(site.Database, "old", "Failing for long", SampleLedger.Now.AddHours(-9), OutcomeClass.Timeout, "no answer within 30 s", 7);
        await Capture.FeedAsync(site.Database, "new", "Just failed", SampleLedger.Now.AddMinutes(-5), OutcomeClass.HttpError, "status 500", 1);

        var page = await site.PageAsync("/feeds");

        Assert.Contains("3 feeds: 1 fine, 2 failing", page, StringComparison.Ordinal);
        Assert.True(page.IndexOf("Just failed", StringComparison.Ordinal) < page.IndexOf("Failing for long", StringComparison.Ordinal));
        Assert.True(page.IndexOf("Failing for long", StringComparison.Ordinal) < page.IndexOf("A fine feed", StringComparison.Ordinal));
        Assert.Contains("took too long", page, StringComparison.Ordinal);
        Assert.Contains("7 times in a row", page, StringComparison.Ordinal);
        Assert.Contains("no answer within 30 s", await site.PageAsync("/feeds/old"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/", "newswatcher deals add")]
    [InlineData("/items", "newswatcher poll --all")]
    [InlineData("/feeds", "newswatcher feeds add")]
    public async Task EmptyPage_TellsWhatToDoNext(string path, string advice)
    {
        await using var site = await ReviewSite.StartAsync();

        Assert.Contains(advice, await site.PageAsync(path), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/items")]
    [InlineData("/feeds")]
    [InlineData("/sample/deal")]
    [InlineData("/nothing/here")]
    [InlineData("/sample/fault")]
    public async Task DemoPage_SaysSoAndHowToGoLive(string path)
    {
        await using var demo = await ReviewSite.StartAsync(isDemo: true);
        await using var live = await ReviewSite.StartAsync();

        using var shown = await demo.SendAsync(path);
        using var plain = await live.SendAsync(path);

        var text = await shown.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("<strong>DEMO.</strong>", text, StringComparison.Ordinal);
        Assert.Contains("newswatcher run", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DEMO", await plain.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/deals", "/")]
    [InlineData("/deals/", "/")]
    [InlineData("/deals/a-deal/phase-1/gas", "/deals/a-deal#part-a-deal.phase-1.gas")]
    [InlineData("/deals//evil.example/x", "/")]
    public async Task AddressOfAPart_LeadsToItsPlaceOnTheDealsPage(string path, string target)
    {
        await using var site = await ReviewSite.StartAsync();

        using var response = await site.SendAsync(path);

        Assert.Equal((HttpStatusCode.Found, target), (response.StatusCode, response.Headers.Location?.OriginalString));
    }

    [Theory]
    [InlineData("/items/99")]
    [InlineData("/items/word")]
    [InlineData("/items/99999999999999999999")]
    [InlineData("/feeds/none")]
    [InlineData("/assets/../feeds.json")]
    [InlineData("/assets/other.css")]
    public async Task UnknownAddress_IsAPageOfItsOwn(string path)
    {
        await using var site = await ReviewSite.StartAsync();

        using var response = await site.SendAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is nothing here", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }
}
