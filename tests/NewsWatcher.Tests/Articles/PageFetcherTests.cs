using NewsWatcher.Articles;
using NewsWatcher.Fetching;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Articles;

public sealed class PageFetcherTests : IAsyncDisposable
{
    private static readonly Dictionary<string, string> NoPages = [];

    private readonly HostileServer _server = new();
    private readonly HttpFetcher _fetcher = Fetchers.New();
    private readonly PageFetcher _pages;
    private readonly string _root = Directory.CreateTempSubdirectory("newswatcher-").FullName;
    private readonly Dictionary<string, string> _mapped;

    public PageFetcherTests()
    {
        _pages = new(_fetcher, new RobotsGate(_fetcher, TimeProvider.System));
        _mapped = new() { ["https://demo.example/"] = Path.Combine(_root, "pages") };
        Write("secret.html", "secret");
        Write("pages/index.html", "front");
        Write("pages/quay.html", "quay");
        Write("pages/2026/index.html", "year");
        Write("pages/2026/\u6e2f.html", "minato");
        Write("pages/report.html", "%PDF-1.7");
        Directory.CreateSymbolicLink(Path.Combine(_root, "pages/up"), _root);
        File.CreateSymbolicLink(Path.Combine(_root, "pages/alias.html"), "quay.html");
        File.CreateSymbolicLink(Path.Combine(_root, "pages/out.html"), "../secret.html");
        File.CreateSymbolicLink(Path.Combine(_root, "pages/loop.html"), "loop.html");
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _server.DisposeAsync();
        Directory.Delete(_root, recursive: true);
    }

    [Theory]
    [InlineData("https://demo.example/", "front")]
    [InlineData("https://demo.example/quay.html", "quay")]
    [InlineData("https://demo.example/quay", "quay")]
    [InlineData("https://DEMO.example/quay?utm_source=x#top", "quay")]
    [InlineData("https://demo.example/2026", "year")]
    [InlineData("https://demo.example/2026/", "year")]
    [InlineData("https://demo.example/2026/港", "minato")]
    [InlineData("https://demo.example/alias", "quay")]
    public async Task MappedPage_IsReadFromItsFolder(string url, string text)
    {
        var page = Assert.IsType<PageFetch.Received>(await FetchAsync(new Uri(url), _mapped));

        Assert.Equal((text, new Uri(url)), (System.Text.Encoding.UTF8.GetString(page.Body), page.Url));
    }

    [Theory]
    [InlineData("https://demo.example/missing")]
    [InlineData("https://demo.example/../secret.html")]
    [InlineData("https://demo.example/..%2Fsecret.html")]
    [InlineData("https://demo.example/%2e%2e/secret.html")]
    [InlineData("https://demo.example/..%5Csecret.html")]
    [InlineData("https://demo.example/a%00b")]
    [InlineData("https://demo.example/up/secret.html")]
    [InlineData("https://demo.example/out")]
    [InlineData("https://demo.example/loop")]
    [InlineData("https://demo.example/%2Fetc%2Fpasswd")]
    [InlineData("https://demo.example//etc/passwd")]
    [InlineData("https://demo.example/report")]
    public async Task MappedPageOutsideOfItsFolder_IsRefused(string url) =>
        Assert.IsType<PageFetch.Refused>(await FetchAsync(new Uri(url), _mapped));

    [Theory]
    [InlineData("https://demo.example")]
    [InlineData("https://demo.example/sub")]
    public async Task PrefixWithoutSlash_EndsAtAName(string prefix)
    {
        var pages = new Dictionary<string, string> { [prefix] = Path.Combine(_root, "pages") };

        Assert.IsType<PageFetch.Received>(await FetchAsync(new Uri(prefix + "/quay"), pages));
        Assert.IsNotType<PageFetch.Received>(await FetchAsync(new Uri($"http://127.99.0.1:1/quay"), pages));
    }

    [Theory]
    [InlineData("file:///etc/hostname")]
    [InlineData("http://127.99.0.1/")]
    [InlineData("http://169.254.169.254/latest/")]
    public async Task UnmappedAddress_NeverReadsAFileOrAPrivateNetwork(string url) =>
        Assert.IsType<PageFetch.Refused>(await FetchAsync(new Uri(url), _mapped));

    [Theory]
    [InlineData("200 OK", "Content-Type: text/html", typeof(PageFetch.Received))]
    [InlineData("200 OK", "Content-Type: application/xhtml+xml; charset=utf-8", typeof(PageFetch.Received))]
    [InlineData("200 OK", "Content-Type: text/plain", typeof(PageFetch.Received))]
    [InlineData("200 OK", "X-Type: none", typeof(PageFetch.Received))]
    [InlineData("200 OK", "Content-Type: application/pdf", typeof(PageFetch.Refused))]
    [InlineData("200 OK", "Content-Type: image/png", typeof(PageFetch.Refused))]
    [InlineData("200 OK", "Content-Type: application/json", typeof(PageFetch.Refused))]
    [InlineData("404 Not Found", "X-A: b", typeof(PageFetch.Refused))]
    [InlineData("410 Gone", "X-A: b", typeof(PageFetch.Refused))]
    [InlineData("403 Forbidden", "X-A: b", typeof(PageFetch.Refused))]
    [InlineData("401 Unauthorized", "X-A: b", typeof(PageFetch.Refused))]
    [InlineData("302 Found", "Location: http://10.0.0.1/", typeof(PageFetch.Refused))]
    [InlineData("302 Found", "Location: /page", typeof(PageFetch.Refused))]
    [InlineData("429 Too Many Requests", "Retry-After: 300", typeof(PageFetch.Later))]
    [InlineData("503 Service Unavailable", "X-A: b", typeof(PageFetch.Later))]
    [InlineData("500 Internal Server Error", "X-A: b", typeof(PageFetch.Later))]
    [InlineData("408 Request Timeout", "X-A: b", typeof(PageFetch.Later))]
    public async Task Answer_IsTakenRefusedOrPutOff(string status, string header, Type outcome)
    {
        _server.On("/page", HostileServer.Status(status, "<p>Hello</p>", header));

        Assert.IsType(outcome, await FetchAsync(_server.Url("/page"), NoPages));
    }

    [Theory]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("PK\u0003\u0004", "binary")]
    [InlineData("\u0089PNG", "binary")]
    [InlineData("a\0b", "binary")]
    public async Task BinaryContentThatSaysItIsHtml_IsRefused(string body, string reason)
    {
        _server.On("/page", HostileServer.Ok(body, "Content-Type: text/html"));

        Assert.Contains(reason, Assert.IsType<PageFetch.Refused>(await FetchAsync(_server.Url("/page"), NoPages)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PageThatIsTooLarge_IsRefused()
    {
        _server.On("/page", HostileServer.Status("200 OK", new string('x', 4 * 1024 * 1024 + 1), "Content-Type: text/html"));

        Assert.IsType<PageFetch.Refused>(await FetchAsync(_server.Url("/page"), NoPages));
    }

    [Fact]
    public async Task RobotsTxt_IsAskedFirst()
    {
        _server.On("/robots.txt", HostileServer.Ok("User-agent: *\nDisallow: /page"));
        _server.On("/page", HostileServer.Ok("<p>Hello</p>", "Content-Type: text/html"));

        Assert.IsType<PageFetch.Refused>(await FetchAsync(_server.Url("/page"), NoPages));
        Assert.StartsWith("GET /robots.txt ", Assert.Single(_server.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public async Task RobotsTxtThatFails_PutsThePageOff()
    {
        _server.On("/robots.txt", HostileServer.Status("500 Internal Server Error"));

        Assert.IsType<PageFetch.Later>(await FetchAsync(_server.Url("/page"), NoPages));
        Assert.Single(_server.Requests);
    }

    [Theory]
    [InlineData("200 OK", "User-agent: *\nDisallow: /page", typeof(PageFetch.Refused), false)]
    [InlineData("500 Internal Server Error", "", typeof(PageFetch.Later), false)]
    [InlineData("404 Not Found", "", typeof(PageFetch.Received), true)]
    public async Task RedirectToAnotherHost_IsHeldToItsRobotsTxt(string status, string robots, Type outcome, bool isAsked)
    {
        await using var other = new HostileServer("127.10.0.2");
        other.On("/robots.txt", HostileServer.Status(status, robots));
        other.On("/page", HostileServer.Ok("<p>Hello</p>", "Content-Type: text/html"));
        _server.On("/page", HostileServer.Status("302 Found", "", $"Location: {other.Url("/page")}"));

        Assert.IsType(outcome, await FetchAsync(_server.Url("/page"), NoPages));
        Assert.Equal(isAsked, other.Requests.Any(r => r.StartsWith("GET /page ", StringComparison.Ordinal)));
    }

    private Task<PageFetch> FetchAsync(Uri url, Dictionary<string, string> pages) => _pages.FetchAsync(url, pages, room: null, TestContext.Current.CancellationToken);

    private void Write(string name, string text)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? _root);
        File.WriteAllText(path, text);
    }
}
