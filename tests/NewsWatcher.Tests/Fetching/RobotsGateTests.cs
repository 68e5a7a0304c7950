using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class RobotsGateTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();
    private readonly RobotsGate _gate;

    public RobotsGateTests() => _gate = new(_fetcher, _clock);

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Theory]
    [InlineData("404 Not Found", typeof(RobotsAnswer.Allowed))]
    [InlineData("401 Unauthorized", typeof(RobotsAnswer.Allowed))]
    [InlineData("403 Forbidden", typeof(RobotsAnswer.Allowed))]
    [InlineData("410 Gone", typeof(RobotsAnswer.Allowed))]
    [InlineData("429 Too Many Requests", typeof(RobotsAnswer.Unknown))]
    [InlineData("500 Internal Server Error", typeof(RobotsAnswer.Unknown))]
    [InlineData("503 Service Unavailable", typeof(RobotsAnswer.Unknown))]
    [InlineData("200 OK", typeof(RobotsAnswer.Allowed))]
    public async Task StatusOfRobotsTxt_DecidesAsTheRfcSays(string status, Type answer)
    {
        _server.On("/robots.txt", HostileServer.Status(status, "User-agent: *\nDisallow: /private"));

        Assert.IsType(answer, await AskAsync("/a"));
    }

    [Fact]
    public async Task DisallowedPage_IsRefusedWithAReason()
    {
        _server.On("/robots.txt", HostileServer.Ok("User-agent: *\nDisallow: /private"));

        Assert.Contains("robots.txt of 127.10.0.1", Assert.IsType<RobotsAnswer.Refused>(await AskAsync("/private/a")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RobotsTxt_IsKeptForADay()
    {
        _server.On("/robots.txt", HostileServer.Ok("User-agent: *\nDisallow: /private"));

        await AskAsync("/a");
        _clock.Advance(TimeSpan.FromHours(23));
        await AskAsync("/b");
        Assert.Single(_server.Requests);
        _clock.Advance(TimeSpan.FromHours(2));
        await AskAsync("/c");

        Assert.Equal(2, _server.Requests.Count);
    }

    [Fact]
    public async Task RobotsTxtThatCouldNotBeHad_IsAskedForAgainSoon()
    {
        _server.On("/robots.txt", HostileServer.Status("500 Internal Server Error"));
        await AskAsync("/a");
        await AskAsync("/a");
        Assert.Single(_server.Requests);
        _server.On("/robots.txt", HostileServer.Ok(""));
        _clock.Advance(TimeSpan.FromMinutes(11));

        Assert.IsType<RobotsAnswer.Allowed>(await AskAsync("/a"));
    }

    [Fact]
    public async Task ManyPagesAtOnce_AskOnce()
    {
        _server.On("/robots.txt", HostileServer.Ok(""));

        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => AskAsync($"/{i}")));

        Assert.Single(_server.Requests);
    }

    [Fact]
    public async Task RobotsTxtThatIsTooLarge_IsReadAtItsBeginning()
    {
        _server.On("/robots.txt", HostileServer.Ok("User-agent: *\nDisallow: /private\n" + new string('#', 2_000_000)));

        Assert.IsType<RobotsAnswer.Refused>(await AskAsync("/private"));
    }

    [Fact]
    public async Task AddressThatMayNotBeAsked_IsRefusedWithoutAsking()
    {
        Assert.IsType<RobotsAnswer.Refused>(await _gate.AskAsync(new Uri("file:///etc/passwd"), TestContext.Current.CancellationToken));
        Assert.Empty(_server.Requests);
    }

    private Task<RobotsAnswer> AskAsync(string path) => _gate.AskAsync(_server.Url(path), TestContext.Current.CancellationToken);
}
