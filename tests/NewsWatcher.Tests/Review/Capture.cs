using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Review;

/// <summary>Puts feeds and items into a database the way a poll and a reading do.</summary>
internal static class Capture
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<long> FeedAsync(Database database, string id, string name, DateTimeOffset at, OutcomeClass outcome = OutcomeClass.Ok, string? reason = null, int errors = 0)
    {
        await new CatalogStore(database).AddAsync(new Feed { Id = id, Name = name, Url = new Uri($"https://{id}.example/rss") }, DateTimeOffset.UnixEpoch, Ct);
        var feed = (await new FeedStore(database).FindAsync(id, Ct))!.Id;
        var store = new PollStore(database);
        await store.FinishAsync(new PollOutcome
        {
            FeedId = feed, PollId = await store.BeginAsync(feed, at, Ct), At = at, Outcome = outcome, Reason = reason, Errors = errors, NextPollAt = at.AddHours(1), Status = 200, Bytes = 4321,
        }, Ct);
        return feed;
    }

    /// <summary>The id of the item.</summary>
    public static async Task<long> ItemAsync(Database database, string title, string url, DateTimeOffset at, Article article, ArticleFacts facts)
    {
        var feed = await new FeedStore(database).FindAsync("wire", Ct) is { } known ? known.Id : await FeedAsync(database, "wire", "Harbour Wire", at);
        var polls = new PollStore(database);
        var entry = new CapturedEntry(url, new Entry { Id = url, Title = title, Link = url, Published = at }, url, url, title.ToLowerInvariant(), "hash", "wire", article.Language, ReadsPage: true);
        await polls.FinishAsync(new PollOutcome
        {
            FeedId = feed, PollId = await polls.BeginAsync(feed, at, Ct), At = at, Outcome = OutcomeClass.Ok, NextPollAt = at.AddHours(1), Body = new("Wire", Validators.None, "h", [entry], 0),
        }, Ct);
        var readings = new ReadingStore(database);
        foreach (var due in await readings.DueAsync(at.AddMinutes(1), 10, Ct))
        {
            await readings.SaveAsync(due, new ReadingResult.Done(article, facts, FromPage: true, null, null), at, Ct);
        }

        return (await new ItemQueries(database).PageAsync(0, 100, Ct))[^1].Item.Id;
    }

    /// <summary>Facts at the places where the text has these words.</summary>
    public static ArticleFacts Facts(string text, string money, string party)
    {
        var passage = new Passage(text, InTitle: false, "en");
        var (at, who) = (text.IndexOf(money, StringComparison.Ordinal), text.IndexOf(party, StringComparison.Ordinal));
        return new ArticleFacts
        {
            Amounts = [new Amount(money, 36_000_000_000, null, null, "USD", Qualifier.Exact, AmountRole.Tranche, null, "minato-550/phase-1", passage.Evidence(at, at + money.Length, "money.sign"))],
            Parties = [new PartyMention(party, null, PartyRole.Operator, PartyStrength.Selected, null, passage.Evidence(who, who + party.Length, "party.named"))],
        };
    }
}
