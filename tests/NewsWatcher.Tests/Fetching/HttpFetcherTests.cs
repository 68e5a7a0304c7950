using System.Text;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Fetching;

public sealed class HttpFetcherTests : IAsyncDisposable
{
    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Request_SaysHonestlyWhoAsks()
    {
        _server.On("/", HostileServer.Ok("hello"));

        await _fetcher.PageAsync(_server.Url());

        var request = Assert.Single(_server.Requests);
        Assert.Contains("User-Agent: NewsWatcher/0.1 (+https://newswatcher.example/contact)\r\n", request, StringComparison.Ordinal);
        Assert.Contains("Accept-Encoding: gzip, deflate, br\r\n", request, StringComparison.Ordinal);
        Assert.DoesNotContain("traceparent", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Cookie", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Referer", request, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Authorization", request, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Cookie_IsNeverSentBack()
    {
        _server.On("/", HostileServer.Ok("hello", "Set-Cookie: id=1; Path=/"));

        await _fetcher.PageAsync(_server.Url());
        await _fetcher.PageAsync(_server.Url());

        Assert.All(_server.Requests, r => Assert.DoesNotContain("Cookie", r, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("\"abc\"", "Wed, 21 Oct 2015 07:28:00 GMT")]
    [InlineData("W/\"abc\"", null)]
    [InlineData("unquoted", "yesterday at noon")]
    [InlineData("\"a\", \"b\"", "2015-10-21T07:28:00Z")]
    [InlineData("\"caf\u00e9\"", null)]
    [InlineData(null, "0")]
    public async Task Validators_GoBackVerbatim(string? etag, string? modified)
    {
        string[] headers = [.. etag is null ? [] : new[] { $"ETag: {etag}" }, .. modified is null ? [] : new[] { $"Last-Modified: {modified}" }];
        _server.On("/", HostileServer.Ok("hello", headers));
        var validators = (await _fetcher.PageAsync(_server.Url())).Validators;
        _server.On("/", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");

        Assert.IsType<FetchResult.NotModified>(await _fetcher.GetAsync(_server.Url(), validators));

        Assert.Equal(new(etag, modified), validators);
        Assert.Equal(etag is not null, _server.Requests[1].Contains($"If-None-Match: {etag}\r\n", StringComparison.Ordinal));
        Assert.Equal(modified is not null, _server.Requests[1].Contains($"If-Modified-Since: {modified}\r\n", StringComparison.Ordinal));
    }

    [Fact]
    public async Task NotModifiedWithoutAQuestion_IsAnError()
    {
        _server.On("/", "HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n");

        Assert.Equal((OutcomeClass.HttpError, 304), Told(await _fetcher.FailAsync(_server.Url())));
    }

    [Theory]
    [InlineData("404 Not Found", OutcomeClass.HttpError)]
    [InlineData("401 Unauthorized", OutcomeClass.HttpError)]
    [InlineData("403 Forbidden", OutcomeClass.HttpError)]
    [InlineData("410 Gone", OutcomeClass.Gone)]
    [InlineData("429 Too Many Requests", OutcomeClass.RateLimited)]
    [InlineData("500 Internal Server Error", OutcomeClass.HttpError)]
    [InlineData("503 Service Unavailable", OutcomeClass.RateLimited)]
    [InlineData("206 Partial Content", OutcomeClass.HttpError)]
    [InlineData("300 Multiple Choices", OutcomeClass.HttpError)]
    [InlineData("999 <script>alert(1)</script>", OutcomeClass.HttpError)]
    public async Task Status_HasItsClass(string status, OutcomeClass outcome)
    {
        _server.On("/", HostileServer.Status(status, "whatever"));

        var failed = await _fetcher.FailAsync(_server.Url());

        Assert.Equal((outcome, int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture)), Told(failed));
        Assert.DoesNotContain('<', failed.Reason);
        Assert.False(failed.IsUnreachable);
    }

    [Theory]
    [InlineData("120", 120)]
    [InlineData("1", 60)]
    [InlineData("0", 60)]
    [InlineData("86401", 86400)]
    [InlineData("99999999999999", 86400)]
    [InlineData("000000000300", 300)]
    [InlineData("-5", null)]
    [InlineData("soon", null)]
    [InlineData("1.5", null)]
    [InlineData("１２０", null)]
    [InlineData("", null)]
    [InlineData("Wed, 21 Oct 2015 07:28:00 GMT", 60)]
    [InlineData("Fri, 31 Dec 9999 23:59:59 GMT", 86400)]
    [InlineData("Wed, 99 Oct 2015 07:28:00 GMT", null)]
    public async Task RetryAfter_IsReadWithinBounds(string value, int? seconds)
    {
        _server.On("/", HostileServer.Status("429 Too Many Requests", "", $"Retry-After: {Latin1(value)}"));

        var failed = await _fetcher.FailAsync(_server.Url());

        Assert.Equal(seconds, (int?)failed.RetryAfter?.TotalSeconds);
    }

    [Theory]
    [InlineData("Cache-Control: max-age=900", 900)]
    [InlineData("Cache-Control: public, max-age=900, must-revalidate", 900)]
    [InlineData("Cache-Control: max-age=31536000", 86400)]
    [InlineData("Cache-Control: no-cache", 0)]
    [InlineData("Cache-Control: max-age=soon", null)]
    [InlineData("Cache-Control: max-age=99999999999999999999", null)]
    [InlineData("Expires: 0", 0)]
    [InlineData("Expires: Wed, 21 Oct 2015 07:28:00 GMT", 0)]
    [InlineData("X-Nothing: said", null)]
    public async Task Freshness_IsWhatTheServerSays(string header, int? seconds)
    {
        _server.On("/", HostileServer.Ok("hello", header));

        Assert.Equal(seconds, (int?)(await _fetcher.PageAsync(_server.Url())).FreshFor?.TotalSeconds);
    }

    [Fact]
    public async Task Body_ComesWithItsTypeAndAddress()
    {
        _server.On("/a", HostileServer.Ok("hello", "Content-Type: text/html; charset=odd"));

        var page = await _fetcher.PageAsync(_server.Url("/a"));

        Assert.Equal(("hello", "text/html; charset=odd", _server.Url("/a"), null), (Encoding.ASCII.GetString(page.Body), page.ContentType, page.Url, page.MovedTo));
    }

    private static (OutcomeClass Outcome, int? Status) Told(FetchResult.Failed failed) => (failed.Outcome, failed.Status);

    private static string Latin1(string value) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(value));
}
