using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>Our own network fails, and the process ends meanwhile.</summary>
public sealed class NetworkDownTests
{
    private const int Hosts = 5;

    [Fact]
    public async Task ProcessThatStartsAnew_KnowsThatTheNetworkWasDown()
    {
        await using var folder = Unreachable();
        Assert.True((await folder.PollAsync()).IsNetworkDown);
        await folder.RestartAsync();
        folder.Clock.Advance(TimeSpan.FromMinutes(2));

        var report = await folder.PollAsync(new PollRequest { FeedId = "f0" });

        Assert.True(report.IsNetworkDown);
        await AssertUnchargedAsync(folder);
    }

    [Fact]
    public async Task FeedsAskedOneByOneByProcessesThatEnd_AreForgivenWhenItIsClear()
    {
        await using var folder = Unreachable();
        for (var feed = 0; feed < Hosts; feed++)
        {
            var report = await folder.PollAsync(new PollRequest { FeedId = $"f{feed}" });
            Assert.Equal(feed == Hosts - 1, report.IsNetworkDown);
            await folder.RestartAsync();
        }

        await AssertUnchargedAsync(folder);
    }

    [Fact]
    public async Task DeadHostsAmongOthersThatAnswered_AreChargedByTheNextProcess()
    {
        await using var server = new HostileServer();
        await using var folder = Unreachable();
        server.On("/feed", HostileServer.Ok("<rss version='2.0'><channel><title>a</title></channel></rss>"));
        foreach (var n in Enumerable.Range(0, 3))
        {
            folder.Configure($"well{n}", server.Url("/feed"));
        }

        Assert.False((await folder.PollAsync()).IsNetworkDown);
        await folder.RestartAsync();

        var report = await folder.PollAsync(new PollRequest { FeedId = "f0" });

        Assert.False(report.IsNetworkDown);
        Assert.Equal(2, (await folder.StoredAsync("f0")).Errors);
    }

    private static async Task AssertUnchargedAsync(WatchedFolder folder)
    {
        foreach (var feed in Enumerable.Range(0, Hosts))
        {
            var stored = await folder.StoredAsync($"f{feed}");
            Assert.Equal(0, stored.Errors);
            Assert.InRange(stored.NextPollAt, folder.Clock.GetUtcNow(), folder.Clock.GetUtcNow() + TimeSpan.FromMinutes(2));
        }
    }

    // Nobody listens there.
    private static WatchedFolder Unreachable()
    {
        var folder = new WatchedFolder();
        foreach (var feed in Enumerable.Range(0, Hosts))
        {
            folder.Configure($"f{feed}", new Uri($"http://127.10.77.{feed + 1}:8799/feed"));
        }

        return folder;
    }
}
