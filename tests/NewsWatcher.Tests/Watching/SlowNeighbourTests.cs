using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>What a feed said is kept while another is still waited for.</summary>
public sealed class SlowNeighbourTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task UnchangedFeed_IsKeptWhileAnotherHangs()
    {
        await using var healthy = new HostileServer();
        await using var silent = new HostileServer("127.10.0.2");
        await using var folder = new WatchedFolder(TimeProvider.System) { Fetching = Fetchers.Options };
        healthy.On("/feed", HostileServer.Ok("<rss version=\"2.0\"><channel><title>a</title><item><guid>a</guid><title>A plant is announced</title></item></channel></rss>"));
        silent.On("/feed", HostileServer.Status("500 Internal Server Error"));
        folder.ConfigureAll($$"""{"feeds": [{"id": "healthy", "url": "{{healthy.Url("/feed")}}", "articles": "never"}, {"id": "silent", "url": "{{silent.Url("/feed")}}", "articles": "never"}]}""");
        await folder.PollAsync();
        var before = await SuccessAsync();
        var end = new TaskCompletionSource();
        silent.On("/feed", (_, ct) => end.Task.WaitAsync(ct));

        var poll = folder.PollAsync();
        while (await SuccessAsync() == before)
        {
            Assert.False(poll.IsCompleted);
            await Task.Delay(20, Ct);
        }

        end.SetResult();
        await poll;

        async Task<DateTimeOffset?> SuccessAsync() => Assert.Single(await folder.Get<FeedStore>().ListAsync(Ct), f => f.Feed.Id == "healthy").LastSuccessAt;
    }
}
