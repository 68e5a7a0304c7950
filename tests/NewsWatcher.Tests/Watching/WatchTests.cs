using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>The whole way of an item, over file feeds with pages.</summary>
public sealed class WatchTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FirstTickOfANewInstallation_PollsWhatIsConfigured()
    {
        await using var folder = new WatchedFolder();
        folder.Write("feeds.json", """{"feeds": [{"id": "f", "file": "f.xml", "language": "en"}]}""");
        folder.Write("outlets.json", """{"outlets": []}""");
        folder.Write("deals.json", """{"deals": []}""");
        folder.Feed("f", ("one", "A plant is announced"));
        await folder.BeginAsync();

        var report = await folder.TickAsync();

        Assert.Equal((1, 1), (report.Added, report.Readings.Headlines));
    }

    [Fact]
    public async Task FeedWithPages_BecomesReadAndPlacedItems()
    {
        await using var folder = Folder(("one", "A plant is announced"), ("two", "A port is agreed"));

        var report = await folder.PollAsync();

        Assert.Equal((2, 2, 2, 2), (report.Added, report.Readings.Read, report.Readings.Versions, report.Placed));
        Assert.All(await folder.ItemsAsync(), item =>
        {
            Assert.Equal("read", item.Item.Reading);
            Assert.StartsWith("Paragraph 1", item.Item.Text, StringComparison.Ordinal);
            Assert.NotNull(item.Item.DevelopmentId);
        });
    }

    [Theory]
    [InlineData(99)]
    [InlineData(100)]
    [InlineData(0)]
    public void Portions_LoseNothing(int brought)
    {
        var portions = new Portions<int>(10);
        var carried = Enumerable.Range(0, brought).SelectMany(portions.Add).ToList();

        Assert.Equal(brought - (brought % 10), carried.Count);
        Assert.Equal(Enumerable.Range(0, brought), carried.Concat(portions.Rest()));
        Assert.Empty(portions.Rest());
    }

    [Fact]
    public async Task SecondPoll_AddsNothing()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();
        await folder.RestartAsync();

        var report = await folder.PollAsync();

        Assert.Equal(OutcomeClass.NotModified, Assert.Single(report.Feeds).Outcome);
        Assert.Equal((0, ReadingTally.Nothing, 0), (report.Added, report.Readings, report.Placed));
    }

    [Theory]
    [InlineData(false, 1)]
    [InlineData(true, 2)]
    public async Task SilentRevision_IsFoundByARecheckAlone(bool rechecks, int versions)
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();
        folder.Page("one", "A plant is announced", "It will cost 36 billion dollars, not 44.");

        await folder.PollAsync(new PollRequest { All = true, Rechecks = rechecks });

        Assert.Equal(versions, Assert.Single(await folder.ItemsAsync()).Item.Versions);
    }

    [Fact]
    public async Task RecheckOfAnUnchangedPage_MakesNoVersion()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();

        var report = await folder.PollAsync(new PollRequest { All = true, Rechecks = true });

        Assert.Equal((1, 0), (report.Readings.Read, report.Readings.Versions));
        Assert.Equal(1, Assert.Single(await folder.ItemsAsync()).Item.Versions);
    }

    [Fact]
    public async Task MissingFeed_IsToldAndStopsNoOther()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        folder.Configure("lost");

        var report = await folder.PollAsync();

        Assert.Equal("lost", Assert.Single(report.Failed).Feed.Id);
        Assert.NotEmpty(Assert.Single(report.Failed).Reason!); // a failure has one
        Assert.Equal(1, report.Added);
    }

    [Fact]
    public async Task PagesLeftOut_StayDueForTheNextPoll()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync(new PollRequest { All = true, ReadsArticles = false });
        Assert.Equal("due", Assert.Single(await folder.ItemsAsync()).Item.Reading);

        var report = await folder.PollAsync();

        Assert.Equal(1, report.Readings.Read);
        Assert.Equal("read", Assert.Single(await folder.ItemsAsync()).Item.Reading);
    }

    [Fact]
    public async Task PageThatIsNotToBeHad_LeavesTheEntryAndTheReason()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f");
        folder.Feed("f", ("gone", "A page is missing"));

        var report = await folder.PollAsync();

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal(1, report.Readings.Unreadable);
        Assert.Equal(("unreadable", "Summary of A page is missing."), (item.Reading, item.Text));
        Assert.NotEmpty(item.ReadingReason!); // told with every refusal
    }

    [Fact]
    public async Task FeedWithoutPages_IsReadFromItsEntries()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Feed("f", ("one", "Only a headline"));

        var report = await folder.PollAsync();

        Assert.Equal((1, 0), (report.Readings.Headlines, report.Readings.Read));
        Assert.Equal("headline", Assert.Single(await folder.ItemsAsync()).Item.Reading);
    }

    [Fact]
    public async Task TwoFeedsWithOneStory_HaveOneItem()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        folder.Configure("g");
        folder.Feed("g", ("one", "A Plant Is  Announced!"));

        await folder.PollAsync();

        Assert.Equal(["f", "g"], Assert.Single(await folder.ItemsAsync()).Feeds);
    }

    [Fact]
    public async Task FeedOfMoreEntriesThanTheBound_IsReadToItAndTold()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Feed("f", [.. Enumerable.Range(0, 5_010).Select(n => ($"s{n}", $"Story number {n}"))]);

        var report = await folder.PollAsync();

        Assert.Equal(5_000, report.Added);
        Assert.Contains("10 entries", Assert.Single(report.Feeds).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MutedFeed_IsNotPolledEvenWhenAllAre()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();
        await folder.Get<CatalogStore>().MuteFeedAsync("f", folder.Clock.GetUtcNow(), Ct);

        Assert.Empty((await folder.PollAsync()).Feeds);
    }

    [Fact]
    public async Task FirstTickOfANewDatabase_PollsEveryFeed()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.StartAsync();

        Assert.True(Assert.Single((await folder.TickAsync()).Feeds).IsFine);
    }

    [Fact]
    public async Task Tick_PollsWhatIsDueAndNothingElse()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();
        var watch = folder.Get<Watch>();
        Assert.Empty((await watch.TickAsync(progress: null, Ct, Ct)).Feeds);

        folder.Clock.Advance(TimeSpan.FromMinutes(70));

        Assert.Single((await watch.TickAsync(progress: null, Ct, Ct)).Feeds);
    }

    [Fact]
    public async Task FailedFeedThatAnswersTheSameAgain_IsReadWholeBeforeItIsWell()
    {
        await using var folder = Folder(("one", "A plant is announced"));
        await folder.PollAsync();
        folder.Write("f.xml", "<html>maintenance</html>");
        Assert.Single((await folder.PollAsync()).Failed);

        folder.Feed("f", ("one", "A plant is announced"));

        Assert.Equal(OutcomeClass.Ok, Assert.Single((await folder.PollAsync()).Feeds).Outcome);
    }

    private static WatchedFolder Folder(params (string Slug, string Title)[] entries)
    {
        var folder = new WatchedFolder();
        folder.Configure("f");
        folder.Feed("f", entries);
        foreach (var (slug, title) in entries)
        {
            folder.Page(slug, title, "It will cost up to 44 billion dollars.");
        }

        return folder;
    }
}
