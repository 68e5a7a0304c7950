using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Cli;

public sealed class FeedsDiscoverCommandTests : IAsyncDisposable
{
    private const string Rss = "<rss version='2.0'><channel><title>Harbour Times</title><item><title>Ports deal signed</title><link>https://x.example/1</link></item></channel></rss>";

    private readonly CliFolder _folder = new();
    private readonly HostileServer _server = new();

    public FeedsDiscoverCommandTests()
    {
        _folder.Write("config/newswatcher.json", """{ "Fetch": { "AllowedPrivateNetworks": [ "127.10.0.0/16" ], "ArticleSpacing": "00:00:00" } }""");
        _server.On("/rss", HostileServer.Ok(Rss));
        _server.On("/", HostileServer.Ok("<html><head><link rel='alternate' type='application/rss+xml' title='$(reboot)' href='/rss?a=1&b=$(reboot)'><link rel='alternate' type='application/rss+xml' href='/rss'></head></html>"));
    }

    [Fact]
    public async Task Discover_ShowsFeedsAndWritesNothing()
    {
        var found = await _folder.JsonAsync("feeds", "discover", _server.Url().AbsoluteUri);
        var shown = await _folder.RunAsync("feeds", "discover", _server.Url().AbsoluteUri, "--width", "60");

        Assert.Equal("Harbour Times|rss|1|linkElement|False", $"{found["feeds"]![0]!["title"]}|{found["feeds"]![0]!["kind"]}|{found["feeds"]![0]!["entries"]}|{found["feeds"]![0]!["foundBy"]}|{(bool)found["feeds"]![0]!["comments"]!}");
        Assert.Equal($"newswatcher feeds add {_server.Url("/rss")}", found["feeds"]![0]!["add"]!.GetValue<string>());
        Assert.Contains("- Ports deal signed", shown.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Data));
    }

    [Fact]
    public async Task Discover_KnowsWhatIsConfigured()
    {
        Assert.Equal(0, (await _folder.RunAsync("feeds", "add", _server.Url("/rss").AbsoluteUri)).Code);

        Assert.Equal("harbour-times", (await _folder.JsonAsync("feeds", "discover", _server.Url().AbsoluteUri))["feeds"]![0]!["configured"]!.GetValue<string>());
    }

    [Fact]
    public async Task Discover_OfNothingSaysWhatWasTried()
    {
        Assert.Equal(2, (await _folder.RunAsync("feeds", "discover", "ftp://x.example/")).Code);
        await using var empty = new HostileServer();
        var nothing = await _folder.RunAsync("feeds", "discover", empty.Url().AbsoluteUri);
        Assert.Equal(5, nothing.Code);
        Assert.Contains("a common place: The server answered 404", nothing.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_OfAPageNamesItsFeedsAndKeepsNothing()
    {
        var run = await _folder.RunAsync("feeds", "add", _server.Url().AbsoluteUri);

        Assert.Equal(2, run.Code);
        Assert.Single(_server.Requests);
        Assert.Contains($"newswatcher feeds add \"{_server.Url("/rss")}?a=1&b=%24(reboot)\"", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
        Assert.Equal(0, (await _folder.RunAsync("feeds", "add", _server.Url().AbsoluteUri, "--anyway")).Code);
        Assert.Equal(3, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
    }

    [Fact]
    public async Task Add_TakesTheFeedsOwnName()
    {
        await _folder.RunAsync("feeds", "add", _server.Url("/rss").AbsoluteUri);

        Assert.Equal("Harbour Times", (await _folder.JsonAsync("feeds", "show", "harbour-times"))["name"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("404 Not Found", 2)]
    [InlineData("410 Gone", 2)]
    [InlineData("500 Oops", 0)]
    [InlineData("503 Later", 0)]
    public async Task Add_TellsWhatIsWrongForGoodFromWhatPasses(string status, int code)
    {
        _server.On("/odd", HostileServer.Status(status));

        Assert.Equal(code, (await _folder.RunAsync("feeds", "add", _server.Url("/odd").AbsoluteUri)).Code);
    }

    [Fact]
    public async Task Import_OfAnAddressComesThroughTheSameFetcher()
    {
        _server.On("/list.opml", HostileServer.Ok("<opml version='2.0'><body><outline text='Gas' xmlUrl='https://gas.example/rss'/></body></opml>"));
        _server.On("/astray", HostileServer.Status("302 Found", "", "Location: http://10.1.2.3/list.opml"));

        Assert.Equal("gas", (await _folder.JsonAsync("feeds", "import", _server.Url("/list.opml").AbsoluteUri))["added"]![0]!["id"]!.GetValue<string>());
        Assert.Equal(2, (await _folder.RunAsync("feeds", "import", _server.Url("/astray").AbsoluteUri)).Code);
    }

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _server.DisposeAsync();
    }
}
