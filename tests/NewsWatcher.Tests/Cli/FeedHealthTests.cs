using NewsWatcher.Articles;
using NewsWatcher.Cli;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Cli;

public sealed class FeedHealthTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 2, 18, 9, 0, 0, TimeSpan.Zero);
    private static readonly StoredFeed Fine = new()
    {
        Id = 1, Feed = new() { Id = "one", Name = "One", Url = new("https://one.example/rss") }, FromFile = true, Outcome = OutcomeClass.Ok, LastSuccessAt = Now.AddHours(-5), LastAttemptAt = Now, NextPollAt = Now.AddHours(1),
    };

    private readonly CliFolder _folder = new();

    public static TheoryData<OutcomeClass> Failures => [.. Enum.GetValues<OutcomeClass>().Where(o => o is not (OutcomeClass.Ok or OutcomeClass.NotModified or OutcomeClass.Moved))];

    [Theory]
    [MemberData(nameof(Failures))]
    public void EveryKindOfFailure_IsExplainedSinceItBegan(OutcomeClass outcome)
    {
        var word = OutcomeWords.Of(outcome);
        PollRow[] history = [.. new[] { word, word, "interrupted", word, "ok", word }.Select((o, i) => new PollRow { Outcome = o, StartedAt = Now.AddHours(-i), FinishedAt = Now.AddHours(-i) })];

        var health = FeedHealth.Of(Fine with { Outcome = outcome, Errors = 3, Reason = "The server said so." }, history, Now);

        Assert.Equal(outcome == OutcomeClass.RateLimited ? "waiting" : "failing", health.State);
        Assert.Equal(Now.AddHours(-3), health.Since);
        Assert.Contains("The server said so. It is tried again 2026-02-18 10:00", health.Says, StringComparison.Ordinal);
        Assert.True(health.Meaning.Length > 20 && health.Advice.Length > 20);
    }

    [Fact]
    public void EveryOtherState_HasAWord() => Assert.Equal(
        ["fine", "off", "gone", "muted", "new"],
        new[] { Fine, Fine with { Active = false }, Fine with { GoneAt = Now }, Fine with { MutedAt = Now }, Fine with { Outcome = null } }.Select(f => FeedHealth.Of(f, [], Now).State));

    [Fact]
    public async Task Check_HasItsDocumentedShape()
    {
        await _folder.CaptureAsync("a", "Title", new());

        var shape = await _folder.JsonAsync("feeds", "check", "one");

        Assert.Equal("fine|Healthy: ok at 2026-02-18 09:00, next due at once.||", $"{shape["state"]}|{shape["health"]}|{shape["meaning"]}|{shape["advice"]}");
        Assert.Null(shape["since"]);
    }

    [Fact]
    public async Task Shares_TellPaywallsAndRobotsApart()
    {
        await _folder.CaptureAsync("a", "Read", new());
        await _folder.CaptureAsync("b", "Cut short", new(), notices: [new Notice(NoticeKind.Paywalled, "Subscribe to read on")]);
        await _folder.CaptureAsync("c", "Refused", new());
        await _folder.CaptureAsync("d", "Refused too", new());
        await _folder.CaptureAsync("e", "Missing", new());
        await UnreadAsync("Refused", $"{RobotsGate.RefusalBegins}one.example does not allow it.");
        await UnreadAsync("Refused too", $"{RobotsGate.RefusalBegins}two.example does not allow it.");
        await UnreadAsync("Missing", "The server answered 404.");

        var shares = (await _folder.JsonAsync("feeds", "show", "one"))["shares"]!.AsArray();

        Assert.Equal(["robots||2", "paywalled||1", "read||1", "unreadable|The server answered 404.|1"], shares.Select(s => $"{s!["reading"]}|{s["reason"]}|{s["items"]}"));
    }

    public void Dispose() => _folder.Dispose();

    private async Task UnreadAsync(string title, string reason)
    {
        using var database = new Database(Path.Combine(_folder.Data, Database.FileName));
        await database.WriteAsync(db => db.RunAsync("update items set reading = 'unreadable', reading_reason = @reason where title = @title", new { title, reason }, TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }
}
