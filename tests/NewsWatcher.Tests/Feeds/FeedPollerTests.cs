using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedPollerTests : IAsyncDisposable
{
    private const string Rss = """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Port news</title><link>/</link>
        <item><title>Quay opens</title><link>/quay</link><guid>1</guid></item></channel></rss>
        """;

    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();
    private readonly FeedPoller _poller;
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;

    public FeedPollerTests() => _poller = new(_fetcher);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Feed_IsReadWithItsLinksResolved()
    {
        _server.On("/feed", HostileServer.Ok(Rss, "ETag: \"1\"", "Cache-Control: max-age=600"));

        var fresh = Assert.IsType<FeedPoll.Fresh>(await PollAsync());

        Assert.Equal(("Port news", new Validators("\"1\"", null), 200, TimeSpan.FromMinutes(10)), (fresh.Document.Title, fresh.Validators, fresh.Status, fresh.FreshFor));
        Assert.Equal(_server.Url("/quay").AbsoluteUri, Assert.Single(fresh.Document.Entries).Link);
        Assert.Contains("Accept: application/rss+xml", Assert.Single(_server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NotModified_IsUnchanged()
    {
        _server.On("/feed", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");

        Assert.Equal(304, Assert.IsType<FeedPoll.Unchanged>(await PollAsync(new("\"1\"", null))).Status);
    }

    [Fact]
    public async Task SameBody_IsUnchanged_ButReadAgainWhenItMoved()
    {
        _server.On("/feed", HostileServer.Ok(Rss, "ETag: \"2\""));
        var hash = Assert.IsType<FeedPoll.Fresh>(await PollAsync()).Hash;

        var same = Assert.IsType<FeedPoll.Unchanged>(await PollAsync(hash: hash));
        _server.On("/old", $"HTTP/1.1 301 Moved\r\nLocation: {_server.Url("/feed")}\r\nContent-Length: 0\r\n\r\n");
        var moved = Assert.IsType<FeedPoll.Fresh>(await PollAsync(hash: hash, path: "/old"));

        Assert.Equal(("\"2\"", _server.Url("/feed")), (same.Validators?.ETag, moved.MovedTo));
    }

    [Fact]
    public async Task DamagedFeed_IsTakenWithoutValidators()
    {
        _server.On("/feed", HostileServer.Ok(Rss[..^20], "ETag: \"1\""));

        var fresh = Assert.IsType<FeedPoll.Fresh>(await PollAsync());

        Assert.NotNull(fresh.Document.Damage);
        Assert.True(fresh.Validators.IsEmpty);
    }

    [Theory]
    [InlineData("<!DOCTYPE html><html><body>Log in to the network</body></html>", "an HTML page")]
    [InlineData("{\"error\": true}", "JSON")]
    [InlineData("", "an empty body")]
    [InlineData("hello", "plain text")]
    [InlineData("<opml version=\"2.0\"></opml>", "opml")]
    public async Task WhatIsNoFeed_IsAParseErrorWithAReason(string body, string reason)
    {
        _server.On("/feed", HostileServer.Ok(body, "ETag: \"1\""));

        var failed = Assert.IsType<FeedPoll.Failed>(await PollAsync());

        Assert.Equal(OutcomeClass.ParseError, failed.Outcome);
        Assert.Contains(reason, failed.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_KeepsItsClassAndWishes()
    {
        _server.On("/feed", HostileServer.Status("429 Too Many Requests", "", "Retry-After: 300"));

        var failed = Assert.IsType<FeedPoll.Failed>(await PollAsync());

        Assert.Equal((OutcomeClass.RateLimited, 429, TimeSpan.FromMinutes(5), false), (failed.Outcome, failed.Status, failed.RetryAfter, failed.IsUnreachable));
    }

    [Fact]
    public async Task FileFeedThatMayBeReadNoMore_IsBlocked()
    {
        var file = Path.Combine(_folder, "feed.xml");
        await File.WriteAllTextAsync(file, Rss, TestContext.Current.CancellationToken);
        var poller = new FeedPoller(_fetcher) { MayRead = path => path != file };

        var failed = Assert.IsType<FeedPoll.Failed>(await poller.PollAsync(new Feed { Id = "f", Name = "f", File = file }, Validators.None, null, TestContext.Current.CancellationToken));

        Assert.Equal(OutcomeClass.Blocked, failed.Outcome);
    }

    [Fact]
    public async Task FileFeed_IsRead_AndUnchangedTheNextTime()
    {
        var file = Path.Combine(_folder, "feed.xml");
        await File.WriteAllTextAsync(file, Rss, TestContext.Current.CancellationToken);

        var fresh = Assert.IsType<FeedPoll.Fresh>(await PollFileAsync(file, null));

        Assert.Equal(("Port news", (int?)null, true), (fresh.Document.Title, fresh.Status, fresh.Validators.IsEmpty));
        Assert.IsType<FeedPoll.Unchanged>(await PollFileAsync(file, fresh.Hash));
    }

    [Theory]
    [InlineData("missing.xml", OutcomeClass.HttpError, "no file missing.xml")]
    [InlineData("no/folder.xml", OutcomeClass.HttpError, "no file folder.xml")]
    [InlineData("", OutcomeClass.HttpError, "cannot be read")]
    [InlineData("large.xml", OutcomeClass.TooLarge, "larger")]
    public async Task FileThatCannotBeRead_IsAFailureWithAReason(string name, OutcomeClass outcome, string reason)
    {
        await using (var large = File.Create(Path.Combine(_folder, "large.xml")))
        {
            large.SetLength(17 * 1024 * 1024);
        }

        var failed = Assert.IsType<FeedPoll.Failed>(await PollFileAsync(Path.Combine(_folder, name), null));

        Assert.Equal(outcome, failed.Outcome);
        Assert.Contains(reason, failed.Reason, StringComparison.Ordinal);
    }

    private Task<FeedPoll> PollAsync(Validators? validators = null, string? hash = null, string path = "/feed") =>
        _poller.PollAsync(new Feed { Id = "f", Name = "F", Url = _server.Url(path) }, validators ?? Validators.None, hash, TestContext.Current.CancellationToken);

    private Task<FeedPoll> PollFileAsync(string file, string? hash) =>
        _poller.PollAsync(new Feed { Id = "f", Name = "F", File = file }, Validators.None, hash, TestContext.Current.CancellationToken);
}
