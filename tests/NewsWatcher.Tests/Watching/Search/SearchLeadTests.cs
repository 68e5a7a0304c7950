using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Deals;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching.Search;

public sealed class SearchLeadTests
{
    private const string Title = "Aland signs 40 billion dollar port accord with Bland";

    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);
    private static readonly Outlet Press = new() { Id = "one-press", Name = "One Press", Family = "one", Tier = OutletTier.Major, Hosts = ["one.example"] };
    private static readonly Feed Search = new() { Id = "search-a-b-news", Name = "A–B", Url = new("https://search.example/rss?q=a"), Articles = ArticlePolicy.Never, Deal = "a-b" };
    private static readonly Feed Own = new() { Id = "one", Name = "One", Url = new("https://one.example/rss"), OutletId = "one-press" };

    private static readonly Entry Shown = new()
    {
        Id = "CBMi", Title = $"{Title} - One Press", Link = "https://search.example/articles/CBMi", SourceName = "One Press", SourceUrl = "https://www.one.example", Published = Now,
        Summary = $"<a href='x'>{Title}</a> <font>One Press</font>",
    };

    private static readonly Entry Told = new() { Id = "1", Title = Title, Link = "https://one.example/2026/ports", Published = Now.AddMinutes(-5), Summary = "A long story." };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task WhatOnlyASearchShows_IsAHeadlineOfItsPublisher()
    {
        await using var temp = await TempDatabase.CreateAsync();
        await PollAsync(temp.Database, Search, [Shown]);

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct)).Item;

        Assert.Equal((Title, "one-press", true), (item.Title, item.OutletId, item.IsFromSearch));
        Assert.False(Assert.Single(await new ReadingStore(temp.Database).DueAsync(Now.AddDays(1), 10, Ct)).ReadsPage);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task StoryOfItsOwnFeed_IsOneItemWithTheSearchs(bool isSearchFirst)
    {
        await using var temp = await TempDatabase.CreateAsync();
        var polls = new[] { (Search, Shown), (Own, Told) };
        foreach (var (feed, entry) in isSearchFirst ? polls : polls.Reverse())
        {
            await PollAsync(temp.Database, feed, [entry]);
        }

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct)).Item;

        Assert.Equal(("https://one.example/2026/ports", "one-press", false), (item.Url, item.OutletId, item.IsFromSearch));
        Assert.True(Assert.Single(await new ReadingStore(temp.Database).DueAsync(Now.AddDays(1), 10, Ct)).ReadsPage);
        await PollAsync(temp.Database, Search, [Shown]);
        await PollAsync(temp.Database, Own, [Told]);
        Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct));
    }

    [Fact]
    public async Task SameTitleOfAnotherPublisher_IsAnotherItem()
    {
        await using var temp = await TempDatabase.CreateAsync();
        await PollAsync(temp.Database, Search, [Shown]);
        await PollAsync(temp.Database, Own with { Id = "two", Url = new("https://two.example/rss"), OutletId = null }, [Told with { Link = "https://two.example/ports" }]);

        Assert.Equal([true, false], (await new ItemQueries(temp.Database).PageAsync(0, 10, Ct)).Select(i => i.Item.IsFromSearch).OrderDescending());
    }

    [Theory]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public async Task TitleThatComesAgainDaysLater_IsAnotherStory(int days, int items)
    {
        await using var temp = await TempDatabase.CreateAsync();
        await PollAsync(temp.Database, Search, [Shown with { Published = Now.AddDays(-days) }]);

        await PollAsync(temp.Database, Own, [Told with { Published = Now }]);

        Assert.Equal(items, (await new ItemQueries(temp.Database).PageAsync(0, 10, Ct)).Count);
    }

    [Fact]
    public async Task Feeds_ComeAndGoWithTheirDeals()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var (catalogs, feeds) = (new CatalogStore(temp.Database), new FeedStore(temp.Database));
        await catalogs.AddAsync(Own with { Id = "search-own" }, DateTimeOffset.UnixEpoch, Ct);

        await catalogs.SyncSearchesAsync([Search, Search with { Id = "search-own" }], Ct);
        Assert.Equal(["search-a-b-news deal", "search-own added"], (await feeds.ListAsync(Ct)).Where(f => f.Active).Select(f => $"{f.Feed.Id} {f.Origin}"));

        await catalogs.SyncAsync([], [], [], "stamp", DateTimeOffset.UnixEpoch, Ct);
        Assert.True((await feeds.FindAsync(Search.Id, Ct))?.Active);
        await catalogs.SyncSearchesAsync([], Ct);
        Assert.False((await feeds.FindAsync(Search.Id, Ct))?.Active);
        Assert.True((await feeds.FindAsync("search-own", Ct))?.Active);
    }

    [Fact]
    public void FigureOfASearchedHeadline_IsALeadUntilItsPublisherIsRead()
    {
        var deal = new FollowedDeal { Root = new FollowedPart { Id = "a-b", Kind = DealKind.Umbrella, Name = "A–B accord" } };
        var headline = Report.Of(1, "2026-03-01", Press, Report.Money("40", "a-b")) with { IsFromSearch = true };

        var lead = Assert.Single(Report.Fold(deal, [headline]).Root.Amounts);
        var told = Assert.Single(Report.Fold(deal, [headline with { IsFromSearch = false }]).Root.Amounts);

        Assert.Equal((true, 0, ClaimStatus.Lead), (lead.IsLead, lead.Origins, lead.Status));
        Assert.Equal((false, 1, ClaimStatus.Current), (told.IsLead, told.Origins, told.Status));
        Assert.Contains("news search", Report.Origins([headline])[1].Why, StringComparison.Ordinal);
    }

    private static async Task PollAsync(Database database, Feed feed, IReadOnlyList<Entry> entries)
    {
        var (catalogs, feeds, polls) = (new CatalogStore(database), new FeedStore(database), new PollStore(database));
        if (await feeds.FindAsync(feed.Id, Ct) is null)
        {
            await catalogs.AddAsync(feed, DateTimeOffset.UnixEpoch, Ct);
        }

        var stored = await feeds.FindAsync(feed.Id, Ct) ?? throw new InvalidOperationException("just added");
        var (captured, _, _, _, _, _) = new EntryCapture(stored, new CompiledCatalog(new Catalog([Press], []), basis: 0), Now).Of(entries);
        await polls.FinishAsync(new PollOutcome
        {
            FeedId = stored.Id, PollId = await polls.BeginAsync(stored.Id, Now, Ct), At = Now, Outcome = OutcomeClass.Ok, NextPollAt = Now.AddHours(1), Body = new(feed.Name, Validators.None, "h", captured, 0),
        }, Ct);
    }
}
