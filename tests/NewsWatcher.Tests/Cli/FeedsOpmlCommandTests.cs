using System.Text.Json.Nodes;

namespace NewsWatcher.Tests.Cli;

/// <summary>Feeds that come in from lists and go out as lists.</summary>
public sealed class FeedsOpmlCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Import_IsPreviewedThenAddedOnce()
    {
        var opml = _folder.Write("x.opml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <opml version="2.0"><body>
              <outline text="Power"><outline text="Gas"><outline type="rss" text="Gas News" xmlUrl="https://gas.example/rss"/></outline></outline>
              <outline text="One again" xmlUrl="http://one.example/rss"/>
              <outline text="Files" xmlUrl="file:///etc/passwd"/>
            </body></opml>
            """);

        var preview = await _folder.JsonAsync("feeds", "import", opml, "--dry-run");
        var before = await _folder.JsonAsync("feeds", "list");
        var import = await _folder.JsonAsync("feeds", "import", opml);
        var again = await _folder.JsonAsync("feeds", "import", opml);
        var shown = await _folder.JsonAsync("feeds", "show", "gas-news");

        Assert.Equal((1, 2, 2), (preview["added"]!.AsArray().Count, preview["skipped"]!.AsArray().Count, before.AsArray().Count));
        Assert.Equal((1, 0), (import["added"]!.AsArray().Count, again["added"]!.AsArray().Count));
        Assert.Equal("""["Power","Gas"]""", shown["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task Export_ComesInAgainElsewhere()
    {
        using var elsewhere = new CliFolder();
        elsewhere.Write("config/feeds.json", """{ "feeds": [] }""");
        await _folder.RunAsync("feeds", "export", elsewhere.File("feeds.opml"));

        Assert.Equal(0, (await elsewhere.RunAsync("feeds", "import", elsewhere.File("feeds.opml"))).Code);

        var feeds = (await elsewhere.JsonAsync("feeds", "list")).AsArray();
        Assert.Equal([("one", """["energy","ports"]"""), ("two", "[]")], feeds.Select(f => (Text(f!["id"])!, f["tags"]!.ToJsonString())));
    }

    [Fact]
    public async Task Export_OfMoreThanOneListHoldsComesInAgainFromItsParts()
    {
        using var elsewhere = new CliFolder();
        elsewhere.Write("config/feeds.json", """{ "feeds": [] }""");
        var feeds = Enumerable.Range(0, 10_001).Select(i => $$"""{ "id": "f{{i}}", "name": "Feed {{i}}", "url": "https://host{{i}}.example/rss", "tags": [ "t{{i % 7}}" ] }""");
        _folder.Write("config/feeds.json", $$"""{ "feeds": [ {{string.Join(",\n", feeds)}} ] }""");

        var export = await _folder.RunAsync("feeds", "export", elsewhere.File("all.opml"));

        Assert.Equal(0, export.Code);
        Assert.Contains(elsewhere.File("all-3.opml"), export.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(elsewhere.File("all.opml")));
        var import = await elsewhere.JsonAsync("feeds", "import", elsewhere.File("all-1.opml"), elsewhere.File("all-2.opml"), elsewhere.File("all-3.opml"));
        Assert.Equal((10_001, 0), (import["added"]!.AsArray().Count, import["skipped"]!.AsArray().Count));
        Assert.Equal("""["t3"]""", import["added"]!.AsArray().Single(f => Text(f!["url"]) == "https://host10.example/rss")!["tags"]!.ToJsonString());
    }

    [Fact]
    public async Task Import_OfSeveralListsTakesAllOrNone()
    {
        var good = _folder.Write("good.opml", """<opml version="2.0"><body><outline text="Gas" xmlUrl="https://gas.example/rss"/></body></opml>""");

        var run = await _folder.RunAsync("feeds", "import", good, _folder.Write("bad.opml", "<html/>"));

        Assert.Equal((2, "bad.opml cannot be imported, and nothing was: not OPML: it begins with <html>.\n"), (run.Code, run.Error));
        Assert.Equal(2, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
    }

    [Fact]
    public async Task Import_OfWhatIsNoOpmlChangesNothing()
    {
        var run = await _folder.RunAsync("feeds", "import", _folder.Write("x.opml", "<html/>"));

        Assert.Equal((2, "x.opml cannot be imported, and nothing was: not OPML: it begins with <html>.\n"), (run.Code, run.Error));
        Assert.Equal(5, (await _folder.RunAsync("feeds", "import", _folder.File("nowhere.opml"))).Code);
    }

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
