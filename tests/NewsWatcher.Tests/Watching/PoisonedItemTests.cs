using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>One item that our code or the database cannot take: it costs no other item anything, and as little of its own as can be.</summary>
public sealed class PoisonedItemTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("bad \\ufffe unit")]
    [InlineData("bad &#xFFFE; unit")]
    [InlineData("half \\ud83d pair")]
    public async Task TextThatIsNoUnicode_IsReadLikeAnyOther(string text)
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Write("f.xml", $$"""
            {"version": "https://jsonfeed.org/version/1.1", "title": "f", "items": [
                {"id": "one", "title": "{{text}}", "content_text": "{{text}}"},
                {"id": "two", "title": "A port is agreed", "content_text": "It is agreed."}]}
            """);

        var report = await folder.PollAsync();

        Assert.Equal((2, 0), (report.Readings.Headlines, report.Readings.Failed));
        Assert.All(await folder.ItemsAsync(), i => Assert.Equal("headline", i.Item.Reading));
    }

    [Fact]
    public async Task EntryThatTheDatabaseRefuses_FailsAlone()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        folder.Feed("f", ("one", "A plant is announced"), ("two", "A poisonous headline"), ("three", "A port is agreed"));
        await folder.BeginAsync();
        await RefuseAsync(folder, "create trigger refuses before insert on versions when new.title like '%poisonous%' begin select raise(abort, 'refused'); end");

        var report = await folder.PollAsync();

        Assert.Equal((2, 1), (report.Readings.Headlines, report.Readings.Failed));
        var failed = Assert.Single(await folder.ItemsAsync(), i => i.Item.Reading == "failed");
        Assert.Equal("A poisonous headline", failed.Item.Title);
        Assert.NotEmpty(failed.Item.ReadingReason!); // told with every failure
    }

    [Fact]
    public async Task PageThatOurCodeFailsOn_LeavesTheTextOfTheEntry()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f");
        folder.Feed("f", ("one", "A plant is announced"));
        folder.Page("one", "A plant is announced", "It will cost 44 billion dollars.");
        await folder.BeginAsync();
        await RefuseAsync(folder, "create trigger refuses before insert on originals begin select raise(abort, 'refused'); end");

        var report = await folder.PollAsync();

        var item = Assert.Single(await folder.ItemsAsync()).Item;
        Assert.Equal((1, 0), (report.Readings.Unreadable, report.Readings.Failed));
        Assert.Equal(("unreadable", "Summary of A plant is announced."), (item.Reading, item.Text));
        Assert.Contains("NewsWatcher itself", item.ReadingReason, StringComparison.Ordinal);
    }

    private static Task RefuseAsync(WatchedFolder folder, string trigger) => folder.Database.WriteAsync(async db =>
    {
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // the texts above
        command.CommandText = trigger;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Ct);
    }, Ct);
}
