namespace NewsWatcher.Tests.Cli;

/// <summary>From what feeds say to a deal that is followed.</summary>
public sealed class DealsSuggestCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public async Task DealThatTwoOutletsReport_IsToldAndFollowed()
    {
        Feed("one", "Norsk Crossing signs $7.4 billion contract with Skagen Bank",
            "Norsk Crossing said on Monday that it had signed a contract with Skagen Bank, which will lend $7.4 billion to build the tunnel of Vik.",
            "The first machines arrive in spring; fishermen of the island, who fear for their harbour, asked for another route and were refused.");
        Feed("two", "Norsk Crossing signs $7.4 billion agreement for a tunnel",
            "The tunnel that Norsk Crossing wants to build at Vik will get a loan from Skagen Bank, under a $7.4 billion agreement signed this week.",
            "Trains are to need nine minutes where boats now take an hour, as an engineer told readers of this paper at a meeting in the town hall.");
        _folder.Write("config/feeds.json", """
            {"feeds": [{"id": "one", "file": "one.xml", "pages": {"https://one.example/": "pages/"}}, {"id": "two", "file": "two.xml", "pages": {"https://two.example/": "pages/"}}]}
            """);
        Assert.Equal(0, (await _folder.RunAsync("poll", "--all")).Code);

        var told = await _folder.JsonAsync("deals", "suggest");
        var deal = Assert.Single(told["deals"]!.AsArray())!;
        Assert.Equal((7_400_000_000m, "USD", 2), ((decimal?)deal["amount"]!["value"], (string?)deal["amount"]!["currency"], (int?)deal["origins"]));
        Assert.Contains(deal["parties"]!.AsArray(), p => (string?)p!["name"] == "Skagen Bank");
        var number = deal["id"]!.ToJsonString();
        Assert.Contains($"newswatcher deals add --suggested {number}", (await _folder.RunAsync("deals", "suggest")).Output, StringComparison.Ordinal);

        Assert.Equal(0, (await _folder.RunAsync("deals", "add", "--suggested", number, "--name", "Vik tunnel", "--id", "vik")).Code);
        Assert.Equal(2, (int?)(await _folder.JsonAsync("reprocess"))["moved"]);
        Assert.Equal(2, (int?)(await _folder.JsonAsync("ledger", "vik"))["coverage"]!["items"]);
        Assert.Empty((await _folder.JsonAsync("deals", "suggest"))["deals"]!.AsArray());
    }

    [Fact]
    public async Task UnknownNumber_IsNotFound() => Assert.Equal(5, (await _folder.RunAsync("deals", "add", "--suggested", "99")).Code);

    public void Dispose() => _folder.Dispose();

    private void Feed(string id, string title, string text, string more)
    {
        _folder.Write($"config/{id}.xml", $"""
            <rss version="2.0"><channel><title>{id}</title><item><guid>a</guid><title>{title}</title><link>https://{id}.example/{id}.html</link>
            <pubDate>{TimeProvider.System.GetUtcNow().AddDays(-2):r}</pubDate></item></channel></rss>
            """);
        Directory.CreateDirectory(Path.Combine(_folder.Config, "pages"));
        _folder.Write($"config/pages/{id}.html", $"""
            <html lang="en"><head><title>{title}</title></head><body><article><h1>{title}</h1><p>{text}</p>
            <p>{more}</p></article></body></html>
            """);
    }
}
