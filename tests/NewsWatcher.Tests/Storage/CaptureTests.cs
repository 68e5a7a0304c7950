using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Storage;

/// <summary>The two transactions: what a poll keeps, and what a reading keeps.</summary>
public sealed class CaptureTests
{
    internal static readonly DateTimeOffset Now = new(2026, 2, 18, 9, 0, 0, TimeSpan.Zero);
    internal static readonly Feed Feed = new() { Id = "f", Name = "F", Url = new("https://f.example/rss") };

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task SameEntryPolledTwice_IsOneItem()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);

        var first = await PollAsync(temp.Database, feed, Captured("a", "Title"));
        var second = await PollAsync(temp.Database, feed, Captured("a", "Title"));

        Assert.Equal((new PollTally(1, 1, 0), new PollTally(1, 0, 0)), (first, second));
        Assert.Equal(1, await new ItemQueries(temp.Database).CountAsync(Ct));
    }

    [Fact]
    public async Task SameLinkAndTitleInTwoFeeds_IsOneItemWithBothFeeds()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var (one, two) = (await AddFeedAsync(temp.Database, Feed), await AddFeedAsync(temp.Database, Feed with { Id = "g" }));
        await PollAsync(temp.Database, one, Captured("a", "Title"));
        await PollAsync(temp.Database, two, Captured("other-guid", "Title") with { CanonicalUrl = "u/a" });
        await ReadAsync(temp.Database, "Text.");

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct));

        Assert.Equal(["f", "g"], item.Feeds);
    }

    [Fact]
    public async Task EditedEntry_IsReadAgainAndBecomesAVersionOnlyWhenItsTextChanged()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, Captured("a", "Title"));
        Assert.Equal([true], await ReadAsync(temp.Database, "Up to $44 billion."));

        await PollAsync(temp.Database, feed, Captured("a", "Title") with { Hash = "edited" });
        Assert.Equal([false], await ReadAsync(temp.Database, "Up to $44 billion."));

        await PollAsync(temp.Database, feed, Captured("a", "Title") with { Hash = "edited again" });
        Assert.Equal([true], await ReadAsync(temp.Database, "Exactly $36 billion."));

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct));
        Assert.Equal(2, item.Item.Versions);
        Assert.Equal([("Up to $44 billion.", true), ("Exactly $36 billion.", false)], item.Claims.Select(c => (c.Fact.Evidence.Sentence, c.EndedAt is not null)));
    }

    [Fact]
    public async Task StatementThatComesBack_StandsAgainUnderItsOldKey()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        foreach (var (hash, text) in new[] { ("1", "One."), ("2", "Two."), ("3", "One.") })
        {
            await PollAsync(temp.Database, feed, Captured("a", "Title") with { Hash = hash });
            await ReadAsync(temp.Database, text);
        }

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct));

        Assert.Equal([("One.", false), ("Two.", true)], item.Claims.Select(c => (c.Fact.Evidence.Sentence, c.EndedAt is not null)));
    }

    [Fact]
    public async Task StatementThatMovedWithinTheText_IsShownWhereItStandsNow()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        foreach (var (hash, text, start) in new[] { ("1", "One.", 0), ("2", "UPDATE: it moved. One.", 18) })
        {
            await PollAsync(temp.Database, feed, Captured("a", "Title") with { Hash = hash });
            await ReadAsync(temp.Database, text, new Evidence(InTitle: false, start, start + 3, "One.", "test"));
        }

        var item = Assert.Single(await new ItemQueries(temp.Database).PageAsync(0, 10, Ct));
        var claim = Assert.Single(item.Claims);

        Assert.Equal("One", item.Item.Text[claim.Fact.Evidence.Start..claim.Fact.Evidence.End]);
    }

    [Fact]
    public async Task ClaimsAndDecisions_CannotBeRewritten()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, Captured("a", "Title"));
        await ReadAsync(temp.Database, "One.");
        await new DecisionStore(temp.Database).DecideAsync([new Decision.Rejected("key") { At = Now, Actor = "ann", Why = "typo" }], Ct);

        foreach (var sql in new[] { "delete from claims", "update claims set fact = ''", "delete from decisions", "update decisions set kind = ''" })
        {
            var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => temp.Database.WriteAsync(async db =>
            {
                await using var command = db.CreateCommand();
#pragma warning disable CA2100 // the four texts above
                command.CommandText = sql;
#pragma warning restore CA2100
                await command.ExecuteNonQueryAsync(Ct);
            }, Ct));
            Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task KilledPoll_IsClosedAsInterruptedAndDueWithinAMinute()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, Captured("a", "Title"));
        await new PollStore(temp.Database).BeginAsync(feed, Now, Ct);

        Assert.Equal(1, await new PollStore(temp.Database).CloseInterruptedAsync(Now, Ct));

        var store = new FeedStore(temp.Database);
        Assert.Equal(["interrupted", "ok"], (await store.HistoryAsync(feed, 5, Ct)).Select(p => p.Outcome));
        Assert.Empty(await store.DueAsync(Now, 5, Ct));
        Assert.Single(await store.DueAsync(Now.AddMinutes(1), 5, Ct));
    }

    [Theory]
    [InlineData(null, 1)]
    [InlineData("0 0 9 ? * MON", 0)]
    public async Task DueTimeInAWeek_IsAWrongClocksUnlessItIsCrons(string? cron, int due)
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed with { Cron = cron });
        var polls = new PollStore(temp.Database);
        await polls.FinishAsync(new PollOutcome { FeedId = feed, PollId = await polls.BeginAsync(feed, Now, Ct), At = Now, Outcome = OutcomeClass.NotModified, NextPollAt = Now.AddDays(7) }, Ct);

        await polls.CloseInterruptedAsync(Now, Ct);

        Assert.Equal(due, (await new FeedStore(temp.Database).DueAsync(Now.AddMinutes(1), 5, Ct)).Count);
        Assert.Equal(due == 0, Assert.Single(await new FeedStore(temp.Database).ListAsync(Ct)).NextPollAt > Now);
    }

    [Theory]
    [InlineData("合意", true)]
    [InlineData("投資", true)]
    [InlineData("資", true)]
    [InlineData("gas power", true)]
    [InlineData("\"power gas\"", false)]
    [InlineData("nothing OR billion", true)]
    [InlineData("billion -gas", false)]
    [InlineData("multi-agent", false)]
    [InlineData("' \" * ( ) :", false)]
    [InlineData("", false)]
    public async Task Search_FindsWordsInAnyScriptAndSurvivesOddQueries(string query, bool isFound)
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, Captured("a", "Title"));
        await ReadAsync(temp.Database, "日米が投資で合意。 Gas power for $44 billion.");

        var found = await new ItemQueries(temp.Database).ListAsync(new ItemFilter { Search = query }, Ct);

        Assert.Equal(isFound, found.Count == 1);
    }

    [Fact]
    public async Task Backup_RestoresWhatItHeld()
    {
        await using var temp = await TempDatabase.CreateAsync();
        var feed = await AddFeedAsync(temp.Database, Feed);
        await PollAsync(temp.Database, feed, Captured("a", "Title"));
        await Backups.WriteAsync(temp.Database, temp.File("copy.db"), Ct);

        Assert.Null(await Backups.RestoreAsync(temp.File("copy.db"), temp.File("restored.db"), Now, Ct));

        using var restored = new Database(temp.File("restored.db"));
        Assert.Equal(1, await new ItemQueries(restored).CountAsync(Ct));
        await File.WriteAllTextAsync(temp.File("broken.db"), new string('x', 5000), Ct);
        await Assert.ThrowsAsync<IOException>(() => Backups.RestoreAsync(temp.File("broken.db"), temp.File("restored.db"), Now, Ct));
    }

    internal static CapturedEntry Captured(string key, string title) =>
        new(key, new Entry { Id = key, Title = title, Published = Now }, $"https://f.example/{key}", $"u/{key}", title.ToLowerInvariant(), "hash", "f", "en", ReadsPage: true);

    internal static async Task<long> AddFeedAsync(Database database, Feed feed)
    {
        await new CatalogStore(database).AddAsync(feed, DateTimeOffset.UnixEpoch, Ct);
        return (await new FeedStore(database).FindAsync(feed.Id, Ct))!.Id;
    }

    internal static async Task<PollTally> PollAsync(Database database, long feed, CapturedEntry entry)
    {
        var store = new PollStore(database);
        var poll = await store.BeginAsync(feed, Now, Ct);
        return await store.FinishAsync(new PollOutcome
        {
            FeedId = feed, PollId = poll, At = Now, Outcome = OutcomeClass.Ok, NextPollAt = Now.AddHours(1), Body = new("F", Validators.None, "h", [entry], 0),
        }, Ct);
    }

    /// <summary>Reads everything due as the given text, with its first sentence as the only claim. Whether each made a version.</summary>
    internal static async Task<IReadOnlyList<bool>> ReadAsync(Database database, string text, Evidence? evidence = null)
    {
        var store = new ReadingStore(database);
        var made = new List<bool>();
        foreach (var due in await store.DueAsync(Now.AddDays(1), 10, Ct))
        {
            var facts = new ArticleFacts { Keywords = [new KeywordHit("x", null, evidence ?? new Evidence(InTitle: false, 0, 1, text, "test"))] };
            made.Add(await store.SaveAsync(due, new ReadingResult.Done(new Article { Title = due.Title, Text = text }, facts, FromPage: true, null, null), Now, Ct));
        }

        return made;
    }
}
