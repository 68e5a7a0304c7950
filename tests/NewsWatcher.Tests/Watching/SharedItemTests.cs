using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>Items that share a link, and feeds that share an item.</summary>
public sealed class SharedItemTests
{
    private static readonly string[] Numbers = ["0", "1", "2", "3", "4"];

    [Theory]
    [InlineData("")]
    [InlineData("<guid isPermaLink='false'>always-the-same</guid>")]
    public async Task EntriesOfOneLinkWithTitlesOfTheirOwn_AreAllKept(string id)
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        Notices(folder, id, Numbers);
        Assert.Equal(5, (await folder.PollAsync()).Added);

        // One left in the window is still no edit of another.
        Notices(folder, id, ["5"]);
        folder.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(1, (await folder.PollAsync()).Added);

        Assert.Equal([.. Numbers.Append("5").Select(n => $"Notice number {n}")], (await folder.ItemsAsync()).Select(i => i.Item.Title).Order(StringComparer.Ordinal));
        Assert.All(await folder.ItemsAsync(), i => Assert.Equal(1, i.Item.Versions));
    }

    [Fact]
    public async Task EntriesThatRepeatAnother_AreTakenOnceAndTold()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        Notices(folder, "", ["0", "0", "0"]);

        var report = await folder.PollAsync();

        Assert.Equal(1, report.Added);
        Assert.Contains("2 entries", Assert.Single(report.Feeds).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedThatShowsOnlyTheHeadline_HidesNoFullerOne()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("full", "\"language\": \"en\"");
        Story(folder, "full", "It will cost 44 billion dollars and be built in two years.");
        await folder.PollAsync();
        folder.Configure("poor", "\"language\": \"en\"");
        Story(folder, "poor", "A plant.");
        await folder.PollAsync();
        folder.Clock.Advance(TimeSpan.FromHours(2));
        Story(folder, "poor", "One plant.");

        await folder.PollAsync();

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal(("It will cost 44 billion dollars and be built in two years.", 1), (item.Text, item.Versions));
    }

    [Fact]
    public async Task FullerEntryOfAnotherFeed_IsReadWhenItComes()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("poor", "\"language\": \"en\"");
        Story(folder, "poor", "A plant.");
        await folder.PollAsync();
        folder.Configure("full", "\"language\": \"en\"");
        Story(folder, "full", "It will cost 44 billion dollars and be built in two years.");

        await folder.PollAsync();

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal(("It will cost 44 billion dollars and be built in two years.", 2), (item.Text, item.Versions));
    }

    // The feeds of one pass are read side by side: which one comes first is chance, what is read at its end is not.
    [Fact]
    public async Task FeedsOfOnePass_EndWithTheFullestEntryWhicheverComesFirst()
    {
        await using var folder = new WatchedFolder();
        foreach (var feed in Numbers)
        {
            folder.Configure(feed, "\"language\": \"en\"");
            Story(folder, feed, feed == "3" ? "It will cost 44 billion dollars and be built in two years." : $"Plant {feed}.");
        }

        await folder.PollAsync();

        Assert.Equal("It will cost 44 billion dollars and be built in two years.", Assert.Single(await folder.ItemsAsync()).Item.Text);
    }

    [Fact]
    public async Task ItemOfAFeedWithPagesAndOneWithout_IsReadFromItsPage()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("pages");
        folder.Configure("poor", "\"language\": \"en\"");
        Story(folder, "pages", "Short.");
        Story(folder, "poor", "This summary is the longer one of the two that the feeds give.");
        folder.Page("one", "A plant is announced", "It will cost 44 billion dollars.");

        await folder.PollAsync();

        Assert.Equal("read", Assert.Single(await folder.ItemsAsync()).Item.Reading);
    }

    [Fact]
    public async Task EntryThatGivesANewLink_IsReadThere()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f");
        Story(folder, "f", "It is announced.");
        await folder.PollAsync();
        Assert.Equal("unreadable", Assert.Single(await folder.ItemsAsync()).Item.Reading);
        folder.Clock.Advance(TimeSpan.FromHours(2));
        Story(folder, "f", "It is announced.", "moved");
        folder.Page("moved", "A plant is announced", "It will cost 44 billion dollars.");

        await folder.PollAsync();

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal(("read", "https://news.example/moved.html"), (item.Reading, item.Url));
    }

    private static void Notices(WatchedFolder folder, string id, IEnumerable<string> numbers) => folder.Write("f.xml", $"""
        <rss version="2.0"><channel><title>f</title>
        {string.Concat(numbers.Select(n => $"<item>{id}<title>Notice number {n}</title><link>https://news.example/notices#n{n}</link><description>What notice {n} says.</description></item>"))}
        </channel></rss>
        """);

    private static void Story(WatchedFolder folder, string feed, string summary, string slug = "one") => folder.Write($"{feed}.xml", $"""
        <rss version="2.0"><channel><title>{feed}</title>
        <item><guid>one</guid><title>A plant is announced</title><link>https://news.example/{slug}.html</link><description>{summary}</description></item>
        </channel></rss>
        """);
}
