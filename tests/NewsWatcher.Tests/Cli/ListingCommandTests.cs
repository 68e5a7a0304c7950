using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Cli;

public sealed class ListingCommandTests : IAsyncDisposable
{
    private const string Page = """
        <html><head><title>Ministry</title></head><body><ul class="news"><li><a href="/quay">Quay opens</a> <i>18 February 2026</i></li><li><a href="/plant">Plant approved</a></li><li>No link</li></ul></body></html>
        """;

    private readonly CliFolder _folder = new();
    private readonly HostileServer _server = new();

    public ListingCommandTests()
    {
        _folder.Write("config/newswatcher.json", """{ "Fetch": { "AllowedPrivateNetworks": [ "127.10.0.0/16" ] } }""");
        _server.On("/news", HostileServer.Ok(Page));
    }

    private string Address => _server.Url("/news").AbsoluteUri;

    public async ValueTask DisposeAsync()
    {
        _folder.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Check_TriesAnAddressAndKeepsNothing()
    {
        var run = await _folder.RunAsync("feeds", "check", Address, "--listing", "ul.news > li", "--date", "i");

        Assert.Equal((0, $"""
            Asked just now: 2 entries, 1 without date, 2 without summary, of "Ministry".
            1 of 3 items of the listing have no link and were left out.

            Quay opens
              2026-02-18 00:00 UTC
              {_server.Url("/quay")}

            Plant approved
              no date
              {_server.Url("/plant")}

            """, ""), (run.Code, run.Output, run.Error));
        Assert.Equal(2, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
    }

    [Fact]
    public async Task AddedListing_IsStoredAndShownWithWhatIsFound()
    {
        Assert.Equal(0, (await _folder.RunAsync("feeds", "add", Address, "--listing", "ul.news > li", "--date", "i", "--id", "site")).Code);

        var (shown, check) = (await _folder.JsonAsync("feeds", "show", "site"), await _folder.JsonAsync("feeds", "check", "site"));

        Assert.Equal(("ul.news > li", "i"), ((string?)shown["listing"]?["item"], (string?)shown["listing"]?["date"]));
        Assert.Equal(("ok", 2, 1, "Quay opens"), ((string?)check["found"]?["outcome"], (int?)check["found"]?["entries"], (int?)check["found"]?["lacking"]?["date"], (string?)check["found"]?["first"]?[0]?["title"]));
        Assert.Null((string?)shown["lastAttempt"]);
    }

    [Fact]
    public async Task Check_TellsWhichSelectorFoundNothing()
    {
        var run = await _folder.RunAsync("feeds", "check", Address, "--listing", "ol > li");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Asked just now, it fails: \"item\": \"ol > li\" found nothing among the", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("add")]
    [InlineData("check")]
    public async Task SelectorsThatCannotBeUsed_AreRefused(string verb)
    {
        var bad = await _folder.RunAsync("feeds", verb, Address, "--listing", "li >");
        var alone = await _folder.RunAsync("feeds", verb, Address, "--link", "a");

        Assert.Equal((2, "\"item\": \"li >\" cannot be used: it is no CSS selector.\n"), (bad.Code, bad.Error));
        Assert.Equal(2, alone.Code);
        Assert.Contains("say with --listing", alone.Error, StringComparison.Ordinal);
    }
}
