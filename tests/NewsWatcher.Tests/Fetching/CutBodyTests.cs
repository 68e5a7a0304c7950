using System.Text;
using NewsWatcher.Articles;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;
using NewsWatcher.Tests.Support.Hostile;

namespace NewsWatcher.Tests.Fetching;

public sealed class CutBodyTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("gzip", 1)]
    [InlineData("gzip", 4)]
    [InlineData("gzip", 9)]
    [InlineData("gzip", 4_000)]
    [InlineData("deflate", 1)]
    [InlineData("deflate", 4)]
    [InlineData("deflate", 4_000)]
    [InlineData("raw deflate", 1)]
    [InlineData("raw deflate", 4_000)]
    [InlineData("br", 1)]
    [InlineData("br", 4_000)]
    public async Task CodingThatBreaksOff_IsTold_AndHasNoValidators(string coding, int missing)
    {
        Serve(coding, c => c[..^missing]);

        var page = await _fetcher.PageAsync(_server.Url());

        Assert.True(page.IsCut);
        Assert.True(page.Validators.IsEmpty);
        Assert.StartsWith("<?xml", Encoding.UTF8.GetString(page.Body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", 0)]
    [InlineData("deflate", 0)]
    [InlineData("raw deflate", 0)]
    [InlineData("br", 0)]
    [InlineData("gzip", 3)]
    [InlineData("deflate", 3)]
    public async Task WholeCoding_IsWhole_WhateverFollows(string coding, int padding)
    {
        Serve(coding, c => [.. c, .. new byte[padding]]);

        var page = await _fetcher.PageAsync(_server.Url());

        Assert.False(page.IsCut);
        Assert.Equal("\"1\"", page.Validators.ETag);
        Assert.Equal(Text, Encoding.UTF8.GetString(page.Body));
    }

    [Fact]
    public async Task FeedThatBreaksOff_IsReadInPart()
    {
        Serve("gzip", c => c[..^3]);

        var poll = await new FeedPoller(_fetcher).PollAsync(new() { Id = "f", Name = "f", Url = _server.Url() }, Validators.None, null, TestContext.Current.CancellationToken);

        var fresh = Assert.IsType<FeedPoll.Fresh>(poll);
        Assert.NotNull(fresh.Document.Damage);
        Assert.True(fresh.Validators.IsEmpty);
        Assert.Equal(200, fresh.Document.Entries.Count);
    }

    [Fact]
    public async Task PageThatBreaksOff_IsReadLater()
    {
        Serve("gzip", c => c[..^3]);

        var page = await new PageFetcher(_fetcher, new RobotsGate(_fetcher, TimeProvider.System))
            .FetchAsync(_server.Url(), new Dictionary<string, string>(StringComparer.Ordinal), room: null, TestContext.Current.CancellationToken);

        Assert.Contains("incomplete", Assert.IsType<PageFetch.Later>(page).Reason, StringComparison.Ordinal);
    }

    private static string Text { get; } = Behaviour.Feed(string.Concat(Enumerable.Range(0, 200).Select(n =>
        $"<item><guid>{n}</guid><title>{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(BitConverter.GetBytes(n)))}</title></item>")));

    private void Serve(string coding, Func<byte[], byte[]> cut) => _server.On("/", Behaviour.Bodied(
        cut(BadCodings.Encode(coding, Encoding.UTF8.GetBytes(Text))), $"Content-Encoding: {coding.Replace("raw ", "", StringComparison.Ordinal)}", "ETag: \"1\""));
}
