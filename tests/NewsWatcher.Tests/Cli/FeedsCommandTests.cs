using System.Text.Json.Nodes;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Cli;

public sealed class FeedsCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    [Fact]
    public async Task List_HasItsDocumentedShape()
    {
        var feeds = await _folder.JsonAsync("feeds", "list");

        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""
            { "id": "one", "name": "One", "url": "https://one.example/rss", "file": null, "mail": null, "listing": null, "outlet": "one-press", "tags": [ "energy", "ports" ], "articles": "fetch",
              "every": null, "cron": null, "origin": "file", "deal": null, "active": true, "muted": false, "outcome": null, "reason": null, "errors": 0,
              "lastAttempt": null, "lastSuccess": null, "nextPoll": null, "items": 0,
              "address": null, "notBefore": null, "missingSince": null, "identityChanged": null, "quarantined": 0, "tls": "verified" }
            """), feeds[0]), feeds[0]!.ToJsonString());
    }

    [Fact]
    public async Task Reading_LeavesFilesToThoseWhoWrite()
    {
        Assert.Equal(2, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
        _folder.Write("config/feeds.json", """{ "feeds": [ { "id": "three", "url": "https://three.example/rss" } ] }""");

        Assert.Equal("true true", string.Join(' ', (await _folder.JsonAsync("feeds", "list")).AsArray().Select(f => f!["active"]!.ToJsonString())));
        Assert.Equal(0, (await _folder.RunAsync("feeds", "mute", "three")).Code);
        Assert.Equal(3, (await _folder.JsonAsync("feeds", "list")).AsArray().Count);
    }

    [Theory]
    [InlineData("40")]
    [InlineData("60")]
    [InlineData("80")]
    public async Task List_FitsItsWidthAndIsPlainInAPipe(string width)
    {
        await _folder.CaptureAsync("a", "Title", new());

        var (_, output, _) = await _folder.RunAsync("feeds", "list", "--width", width);

        var lines = output.Split('\n');
        Assert.All(lines, l => Assert.True(l.Length <= int.Parse(width, System.Globalization.CultureInfo.InvariantCulture), l));
        Assert.All(lines, l => Assert.Equal(l.TrimEnd(), l));
        Assert.DoesNotContain('\u001b', output);
        Assert.Contains("never polled", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedWhosePollWasInterrupted_IsDueNow()
    {
        await _folder.CaptureAsync("a", "Title", new());
        using (var database = new Database(Path.Combine(_folder.Data, Database.FileName)))
        {
            var feed = await new FeedStore(database).FindAsync("two", TestContext.Current.CancellationToken);
            await new PollStore(database).BeginAsync(feed!.Id, CliFolder.Now, TestContext.Current.CancellationToken); // configured by the folder
        }

        var (_, output, _) = await _folder.RunAsync("feeds", "list", "--width", "60");

        Assert.Contains("two: never polled, now, 0 items", output, StringComparison.Ordinal);
        Assert.DoesNotContain("1970", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("60")]
    [InlineData("80")]
    public async Task CommandThatIsTold_IsNotBrokenByTheWidth(string width)
    {
        var list = await _folder.RunAsync("feeds", "list", "--width", width);
        var show = await _folder.RunAsync("feeds", "show", "two", "--width", width);

        Assert.Contains("newswatcher feeds check ID", list.Output, StringComparison.Ordinal);
        Assert.Contains("newswatcher poll --feed two", show.Output, StringComparison.Ordinal);
        Assert.All(list.Output.Split('\n').Concat(show.Output.Split('\n')), l => Assert.True(l.Length <= int.Parse(width, System.Globalization.CultureInfo.InvariantCulture), l));
    }

    [Fact]
    public async Task FeedThatSeemsToBeAnother_IsSoInTheList()
    {
        await _folder.CaptureAsync("a", "Title", new());
        using (var database = new Database(Path.Combine(_folder.Data, Database.FileName)))
        {
            var ct = TestContext.Current.CancellationToken;
            await database.WriteAsync(db => db.RunAsync("update feeds set identity_changed_at = 1, reason = 'all others than before' where key = 'one'", null, ct), ct);
        }

        var (_, output, _) = await _folder.RunAsync("feeds", "list", "--width", "60");

        Assert.Contains("one: changed,", output, StringComparison.Ordinal);
        Assert.Contains("one: all others than before", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_AreToldInALineEachWhereATableDoesNotFit()
    {
        await _folder.CaptureAsync("a", "Title", new());

        var run = await _folder.RunAsync("feeds", "show", "one", "--width", "60");

        Assert.Contains("09:00: ok, 0 bytes in 0.0 s, 1 entry, 1 new;", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_KeepsTheFeedUntilItIsRemoved()
    {
        var added = await _folder.RunAsync("feeds", "add", "https://three.example/feed?x=1", "--name", "Three", "--tag", "a", "--tag", "b", "--every", "30m", "--articles", "matching");
        var shown = await _folder.JsonAsync("feeds", "show", "three");

        Assert.Equal(0, added.Code);
        Assert.Equal(("added", "30m", "matching", """["a","b"]"""), (Text(shown["origin"]), Text(shown["every"]), Text(shown["articles"]), shown["tags"]!.ToJsonString()));
        Assert.Equal(("[]", "[]"), (shown["shares"]!.ToJsonString(), shown["history"]!.ToJsonString()));
        Assert.Equal(0, (await _folder.RunAsync("feeds", "remove", "three")).Code);
        Assert.Equal(5, (await _folder.RunAsync("feeds", "remove", "three")).Code);
        Assert.Equal(0, (await _folder.RunAsync("feeds", "add", "https://three.example/feed?x=1", "--id", "three")).Code);
    }

    [Theory]
    [InlineData("no http", "ftp://x.example/rss")]
    [InlineData("user name", "https://me:secret@x.example/rss")]
    [InlineData("has this address already", "http://www.one.example/rss/")]
    [InlineData("There is a feed \"one\" already", "https://x.example/rss", "--id", "one")]
    [InlineData("may hold only", "https://x.example/rss", "--id", "A b")]
    [InlineData("no outlet \"nobody\"", "https://x.example/rss", "--outlet", "nobody")]
    [InlineData("no interval", "https://x.example/rss", "--every", "1m")]
    [InlineData("bogus", "https://x.example/rss", "--bogus")]
    [InlineData("sometimes", "https://x.example/rss", "--articles", "sometimes")]
    public async Task Add_RefusesWhatMakesNoSense(string said, params string[] args)
    {
        var run = await _folder.RunAsync(["feeds", "add", .. args]);

        Assert.Equal(2, run.Code);
        Assert.Contains(said, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Remove_OfAConfiguredFeedSaysHow()
    {
        var run = await _folder.RunAsync("feeds", "remove", "one");

        Assert.Equal(2, run.Code);
        Assert.Contains(Path.Combine(_folder.Config, "feeds.json"), run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("show")]
    [InlineData("mute")]
    [InlineData("check")]
    [InlineData("remove")]
    [InlineData("trust")]
    [InlineData("undo-move")]
    public async Task UnknownFeed_IsNotFound(string verb)
    {
        var run = await _folder.RunAsync("feeds", verb, "nobody");

        Assert.Equal((5, "There is no feed \"nobody\". newswatcher feeds list shows them all.\n"), (run.Code, run.Error));
    }

    [Theory]
    [InlineData("trust", "Nothing of one is kept apart.\n")]
    [InlineData("undo-move", "one is asked where it is configured: there is no move to take back.\n")]
    public async Task NothingToSayOrTakeBack_IsTold(string verb, string said)
    {
        var run = await _folder.RunAsync("feeds", verb, "one");

        Assert.Equal((0, said), (run.Code, run.Output));
    }

    [Fact]
    public async Task Mute_CanBeTakenBack()
    {
        await _folder.RunAsync("feeds", "mute", "one");
        var muted = await _folder.JsonAsync("feeds", "show", "one");
        await _folder.RunAsync("feeds", "mute", "one", "--off");
        var heard = await _folder.JsonAsync("feeds", "show", "one");

        Assert.Equal((true, false), ((bool)muted["muted"]!, (bool)heard["muted"]!));
    }

    [Fact]
    public async Task Check_TellsAllProblemsWithFileAndLine()
    {
        var feeds = _folder.Write("config/feeds.json", """
            { "feeds": [
              { "id": "one", "url": "gopher://x" },
              { "id": "two", "url": "https://two.example/", "evry": "5m" } ] }
            """);
        var deals = _folder.Write("config/deals.json", """{ "deals": [ { "id": "x" } ] }""");

        var run = await _folder.RunAsync("feeds", "check");

        Assert.Equal(2, run.Code);
        Assert.Equal(3, run.Error.TrimEnd().Split('\n').Length);
        Assert.Contains($"{feeds}:2: \"url\"", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{feeds}:3: \"evry\" is not known here", run.Error, StringComparison.Ordinal);
        Assert.Contains($"{deals}:1: \"name\" is missing", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, (await _folder.RunAsync("deals", "check")).Code);
    }

    [Fact]
    public async Task Check_OfAFeedExplainsItsHealth()
    {
        await _folder.CaptureAsync("a", "Title", new());

        var run = await _folder.RunAsync("feeds", "check", "one", "--no-fetch");

        Assert.Equal((0, "Healthy: ok at 2026-02-18 09:00, next due at once.\n"), (run.Code, run.Output));
    }

    public void Dispose() => _folder.Dispose();

    private static string? Text(JsonNode? node) => node?.GetValue<string>();
}
