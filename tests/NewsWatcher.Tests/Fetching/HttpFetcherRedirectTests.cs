using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class HttpFetcherRedirectTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly HostileServer _other = new("127.10.0.2");
    private readonly HostileServer _private = new("127.99.0.1");
    private readonly HttpFetcher _fetcher = Fetchers.New();

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
        await _other.DisposeAsync();
        await _private.DisposeAsync();
    }

    [Theory]
    [InlineData("301", true)]
    [InlineData("308", true)]
    [InlineData("302", false)]
    [InlineData("303", false)]
    [InlineData("307", false)]
    public async Task Redirect_IsFollowed_AndIsAMoveWhenPermanent(string status, bool isMove)
    {
        Redirect("/", "/new#part", status);
        _server.On("/new", HostileServer.Ok("hello"));

        var page = await _fetcher.PageAsync(_server.Url());

        Assert.Equal((_server.Url("/new"), isMove ? _server.Url("/new") : null), (page.Url, page.MovedTo));
    }

    [Fact]
    public async Task PermanentAndTemporaryRedirect_IsNoMove()
    {
        Redirect("/", "/b", "301");
        Redirect("/b", "/c", "302");
        _server.On("/c", HostileServer.Ok("hello"));

        Assert.Null((await _fetcher.PageAsync(_server.Url())).MovedTo);
    }

    [Fact]
    public async Task RedirectInUtf8_IsFollowed()
    {
        _server.On("/", "HTTP/1.1 302 Found\r\nLocation: /\u00e9\u0080\u009f\r\nContent-Length: 0\r\n\r\n");
        _server.On("/%E9%80%9F", HostileServer.Ok("hello"));

        Assert.EndsWith("/%E9%80%9F", (await _fetcher.PageAsync(_server.Url())).Url.AbsoluteUri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FiveRedirects_AreFollowed_SixAreNot()
    {
        for (var i = 0; i < 6; i++)
        {
            Redirect($"/{i}", $"/{i + 1}");
        }

        _server.On("/6", HostileServer.Ok("hello"));

        Assert.IsType<FetchResult.Page>(await _fetcher.GetAsync(_server.Url("/1")));
        Assert.Contains("more than 5", (await _fetcher.FailAsync(_server.Url("/0"))).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/a", "/a")]
    [InlineData("/a", "/b")]
    public async Task RedirectsInACircle_AreAnError(string from, string to)
    {
        Redirect(from, to);
        Redirect("/b", "/a");

        var failed = await _fetcher.FailAsync(_server.Url("/a"));

        Assert.Equal((OutcomeClass.HttpError, "The redirects lead in a circle."), (failed.Outcome, failed.Reason));
    }

    [Theory]
    [InlineData("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: \r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://[::\r\nContent-Length: 0\r\n\r\n")]
    [InlineData("HTTP/1.1 302 Found\r\nLocation: http://:99999999/\r\nContent-Length: 0\r\n\r\n")]
    public async Task RedirectToNowhere_IsAnError(string raw)
    {
        _server.On("/", raw);

        Assert.Equal(OutcomeClass.HttpError, (await _fetcher.FailAsync(_server.Url())).Outcome);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://127.99.0.1:{0}/")]
    [InlineData("//127.99.0.1:{0}/")]
    [InlineData("http://2137194497:{0}/")]
    [InlineData("http://0x7f630001:{0}/")]
    [InlineData("http://0177.0143.0.1:{0}/")]
    [InlineData("http://127.99.1:{0}/")]
    [InlineData("http://[::ffff:127.99.0.1]:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("http://[fd00::1]/")]
    [InlineData("http://admin:admin@127.10.0.1:{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://127.10.0.1/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/plain,hello")]
    [InlineData("http://127.10.0.1:22/")]
    public async Task RedirectToWhereNobodyMayGo_IsBlocked(string target)
    {
        var to = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, _private.Port);
        Redirect("/", to);

        var failed = await _fetcher.FailAsync(_server.Url());

        Assert.Equal(OutcomeClass.Blocked, failed.Outcome);
        Assert.Empty(_private.Requests);
        Assert.Equal(OutcomeClass.Blocked, to.Contains("//", StringComparison.Ordinal) && !to.StartsWith('/') ? (await _fetcher.FailAsync(new Uri(to))).Outcome : failed.Outcome);
    }

    [Fact]
    public async Task Validators_StayWithinTheirOrigin()
    {
        Redirect("/", "/same");
        Redirect("/same", _other.Url("/away").AbsoluteUri);
        _other.On("/away", $"HTTP/1.1 302 Found\r\nLocation: {_server.Url("/back")}\r\nContent-Length: 0\r\n\r\n");
        _server.On("/back", HostileServer.Ok("hello"));

        await _fetcher.GetAsync(_server.Url(), new("\"1\"", null));

        Assert.All(_server.Requests.Concat(_other.Requests), r => Assert.DoesNotContain("Referer", r, StringComparison.OrdinalIgnoreCase));
        Assert.Equal([true, true, false], _server.Requests.Select(r => r.Contains("If-None-Match", StringComparison.Ordinal)));
        Assert.DoesNotContain("If-None-Match", Assert.Single(_other.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task NameWithOnePrivateAddress_IsBlocked()
    {
        using var fetcher = Fetchers.Resolving(["127.10.0.1", "127.99.0.1"]);
        _server.On("/", HostileServer.Ok("hello"));

        var failed = await fetcher.FailAsync(_server.UrlAt("mixed.example"));

        Assert.Equal(OutcomeClass.Blocked, failed.Outcome);
        Assert.Contains("127.99.0.1", failed.Reason, StringComparison.Ordinal);
        Assert.Empty(_server.Requests);
    }

    [Fact]
    public async Task NameThatIsBoundAnew_IsCheckedAtEveryConnection()
    {
        using var fetcher = Fetchers.Resolving(["127.10.0.1"], ["127.99.0.1"]);
        _server.On("/", HostileServer.Ok("hello"));
        _private.On("/", HostileServer.Ok("secret"));

        Assert.IsType<FetchResult.Page>(await fetcher.GetAsync(_server.UrlAt("rebound.example")));
        Assert.Equal(OutcomeClass.Blocked, (await fetcher.FailAsync(_server.UrlAt("rebound.example"))).Outcome);
        Assert.Empty(_private.Requests);
    }

    [Fact]
    public async Task FullWidthDigits_AreCheckedAsWhatTheyMean() =>
        Assert.Equal(OutcomeClass.Blocked, (await _fetcher.FailAsync(new Uri($"http://１２７.９９.０.１:{_private.Port}/"))).Outcome);

    [Fact]
    public async Task LiteralPrivateAddress_IsToldAsWhatItIs()
    {
        Redirect("/", _private.Url("/").AbsoluteUri);

        Assert.Equal("127.99.0.1 is not on the public internet.", (await _fetcher.FailAsync(_server.Url())).Reason);
        Assert.Empty(_private.Requests);
    }

    [Theory]
    [InlineData("app.localhost")]
    [InlineData("localhost.")]
    [InlineData("a.b.LOCALHOST.")]
    public async Task NameThatMeansThisMachine_IsBlockedWithoutAskingAResolver(string host) =>
        Assert.Contains("leads to 127.0.0.1", (await _fetcher.FailAsync(_server.UrlAt(host))).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task FirstAddressThatIsDead_IsFollowedByTheNext()
    {
        using var fetcher = Fetchers.Resolving(["127.10.9.9", "127.10.0.1"]);
        _server.On("/", HostileServer.Ok("hello"));

        Assert.IsType<FetchResult.Page>(await fetcher.GetAsync(_server.UrlAt("two.example")));
    }

    private void Redirect(string from, string to, string status = "302") =>
        _server.On(from, $"HTTP/1.1 {status} Elsewhere\r\nLocation: {to}\r\nContent-Length: 4\r\nConnection: close\r\n\r\nbody");
}
