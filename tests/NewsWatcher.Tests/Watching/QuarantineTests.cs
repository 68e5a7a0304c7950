using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>Feeds that change hands, and feeds that only change their name or their system.</summary>
public sealed class QuarantineTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task AnotherPublisher_IsStoredReadAndShownButNotPlaced()
    {
        await using var folder = await HijackedAsync();

        var feed = await folder.StoredAsync("f");
        var items = await folder.ItemsAsync();

        Assert.Equal(4, feed.Quarantined);
        Assert.NotNull(feed.IdentityChangedAt);
        Assert.Contains("feeds trust f", feed.Reason, StringComparison.Ordinal);
        Assert.Equal("Harbour Post", feed.Title);
        Assert.All(items, i => Assert.Equal("headline", i.Item.Reading));
        Assert.Equal([false, false, true, true, true, true], items.OrderBy(i => i.Item.Id).Select(i => i.Item.IsQuarantined));
        Assert.Equal([true, true, false, false, false, false], items.OrderBy(i => i.Item.Id).Select(i => i.Item.DevelopmentId is not null));
    }

    [Fact]
    public async Task Trust_ReleasesWhatIsThenPlacedAndLearnsTheNewName()
    {
        await using var folder = await HijackedAsync();

        Assert.Equal(4, await folder.Get<QuarantineStore>().TrustAsync("f", folder.Clock.GetUtcNow(), Ct));
        folder.Clock.Advance(TimeSpan.FromMinutes(1));
        var report = await folder.TickAsync();

        Assert.Equal(4, report.Placed);
        Assert.Equal((0, "Watches", null), ((await folder.StoredAsync("f")).Quarantined, (await folder.StoredAsync("f")).Title, (await folder.StoredAsync("f")).IdentityChangedAt));
        Assert.Null(await folder.Get<QuarantineStore>().TrustAsync("f", folder.Clock.GetUtcNow(), Ct));
        Assert.Null(await folder.Get<QuarantineStore>().TrustAsync("nobody", folder.Clock.GetUtcNow(), Ct));
    }

    [Fact]
    public async Task AnotherPublisherForGood_StaysApartPollAfterPoll()
    {
        await using var folder = await HijackedAsync();
        Write(folder, "Watches", "watches.example", "w1", "w2", "w3", "w4", "w5");

        Assert.Equal(0, (await PollAsync(folder)).Placed);

        Assert.Equal(5, (await folder.StoredAsync("f")).Quarantined);
    }

    [Fact]
    public async Task FeedThatIsItselfAgain_GoesOnAndKeepsTheOthersApart()
    {
        await using var folder = await HijackedAsync();
        Write(folder, "Harbour Post", "harbour.example", "a", "b", "c");

        Assert.Equal(1, (await PollAsync(folder)).Placed);

        var feed = await folder.StoredAsync("f");
        Assert.Equal((4, null), (feed.Quarantined, feed.IdentityChangedAt));
    }

    [Fact]
    public async Task KnownEntryInAnothersWords_IsNotTakenUntilTrusted()
    {
        await using var folder = await HijackedAsync();
        Write(folder, "Watches", "watches.example", "w1", "w2", "w3", "w4", "w5", "w6", "w7", "a=Buy watches now");
        await PollAsync(folder);
        Assert.Contains(await folder.ItemsAsync(), i => i.Item.Title == "The story of a");

        await folder.Get<QuarantineStore>().TrustAsync("f", folder.Clock.GetUtcNow(), Ct);
        await PollAsync(folder);

        Assert.DoesNotContain(await folder.ItemsAsync(), i => i.Item.Title == "The story of a");
    }

    [Fact]
    public async Task ItemThatAnotherFeedVouchesFor_IsReleased()
    {
        await using var folder = await HijackedAsync();
        folder.Configure("g", "\"language\": \"en\"");
        Write(folder, "g", "Watch News", "watches.example", ["w1"]);

        await PollAsync(folder);

        Assert.Equal(3, (await folder.StoredAsync("f")).Quarantined);
    }

    [Theory]
    [InlineData("Harbour Post", "watches.example")]
    [InlineData("New Harbour Post", "harbour.example")]
    public async Task NewNameOrNewSiteAlone_IsADayInAPublishersLife(string title, string site)
    {
        await using var folder = await KnownAsync();
        Write(folder, title, site, "w1", "w2");

        Assert.Equal(2, (await PollAsync(folder)).Placed);
    }

    [Fact]
    public async Task NewIdsForTheSameStories_AreNoOtherPublisher()
    {
        await using var folder = await KnownAsync();
        folder.Write("f.xml", """
            <rss version="2.0"><channel><title>Post of the Harbour</title><link>https://post.example/</link>
            <item><guid>post-1</guid><title>The story of a</title><link>https://harbour.example/a</link></item>
            <item><guid>post-2</guid><title>The story of b</title><link>https://harbour.example/b</link></item></channel></rss>
            """);

        Assert.Equal(0, (await PollAsync(folder)).Added);

        Assert.Null((await folder.StoredAsync("f")).IdentityChangedAt);
    }

    private static async Task<WatchedFolder> KnownAsync()
    {
        var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        Write(folder, "Harbour Post", "harbour.example", "a", "b");
        await folder.PollAsync();
        return folder;
    }

    private static async Task<WatchedFolder> HijackedAsync()
    {
        var folder = await KnownAsync();
        Write(folder, "Watches", "watches.example", "w1", "w2", "w3", "w4");
        await PollAsync(folder);
        return folder;
    }

    private static Task<PassReport> PollAsync(WatchedFolder folder)
    {
        folder.Clock.Advance(TimeSpan.FromHours(2));
        return folder.PollAsync();
    }

    private static void Write(WatchedFolder folder, string title, string site, params string[] stories) => Write(folder, "f", title, site, stories);

    private static void Write(WatchedFolder folder, string feed, string title, string site, string[] stories) => folder.Write($"{feed}.xml", $"""
        <rss version="2.0"><channel><title>{title}</title><link>https://{site}/</link>
        {string.Concat(stories.Select(s => Item(site, s.Split('=')[0], s.Split('=') is [_, var told] ? told : $"The story of {s}")))}
        </channel></rss>
        """);

    private static string Item(string site, string slug, string title) =>
        $"<item><guid>{slug}</guid><title>{title}</title><link>https://{site}/{slug}</link><description>{title}: the builder agreed to be acquired by its rival for $2 billion, both companies said of the merger.</description></item>";
}
