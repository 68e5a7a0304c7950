using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using static NewsWatcher.Tests.Storage.CaptureTests;

namespace NewsWatcher.Tests.Storage;

/// <summary>Entries that were read before their poll was kept: one transaction for both.</summary>
public sealed class ReadAtOnceTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task EntryReadAtOnce_IsKeptAndFoundWithoutEverBeingDue()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);

        var tally = await PollAsync(temp.Database, feed, ReadAtOnce("a", "Title", "A port is agreed."));

        Assert.Equal((1, 1, 0), (tally.Added, tally.Read, tally.Apart));
        Assert.Empty(await new ReadingStore(temp.Database).DueAsync(Now.AddDays(1), 10, Ct));
        var item = Assert.Single(await new ItemQueries(temp.Database).ListAsync(new ItemFilter { Search = "port" }, Ct));
        Assert.Equal(("headline", "A port is agreed.", 1L), (item.Reading, item.Text, item.Versions));
    }

    [Fact]
    public async Task EntryReadAtOnce_KeepsItsOwnWordsToBeReadAgain()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var (one, two) = (await AddFeedAsync(temp.Database, Feed), await AddFeedAsync(temp.Database, Feed with { Id = "g" }));
        await PollAsync(temp.Database, one, ReadAtOnce("a", "Title", "A port is agreed."));
        await PollAsync(temp.Database, two, Captured("other", "Title") with { CanonicalUrl = "u/a" });

        var due = Assert.Single(await new ReadingStore(temp.Database).DueAsync(Now.AddDays(1), 10, Ct));

        Assert.Equal(("<p>A port is agreed.</p>", "A port.", true, null), (due.Content, due.Summary, due.IsAgain, due.Packed));
    }

    [Fact]
    public async Task EditedEntryThatWasReadAtOnce_LeavesTheEarlierVersionAsItWas()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, ReadAtOnce("a", "Title", "A port is agreed."));
        await PollAsync(temp.Database, feed, ReadAtOnce("a", "Title", "A port is refused.") with { Hash = "edited" });

        Assert.Equal("<p>A port is refused.</p>", Assert.Single(await new ReadingStore(temp.Database).DueAsync(Now.AddDays(1), 10, Ct)).Content);
        Assert.Equal([true], await ReadAsync(temp.Database, "A port is refused."));

        Assert.Equal("A port is refused.", Assert.Single(await new ItemQueries(temp.Database).ListAsync(new ItemFilter { Search = "refused" }, Ct)).Text);
        Assert.Empty(await new ItemQueries(temp.Database).ListAsync(new ItemFilter { Search = "agreed" }, Ct));
        var first = await temp.Database.ReadAsync(db => db.ValueAsync<byte[]>("select packed from versions where number = 1", null, Ct), Ct);
        Assert.Equal(["A port is agreed.", "<p>A port is agreed.</p>", "A port."], PackedTexts.Read(first));
    }

    private static CapturedEntry ReadAtOnce(string key, string title, string text)
    {
        var entry = Captured(key, title);
        return entry with
        {
            ReadsPage = false,
            Entry = entry.Entry with { Content = $"<p>{text}</p>", Summary = "A port." },
            Reading = new ReadingResult.Done(new Article { Title = title, Text = text }, ArticleFacts.None, FromPage: false, null, null),
        };
    }
}
