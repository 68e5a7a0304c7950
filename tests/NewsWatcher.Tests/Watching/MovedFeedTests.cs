using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

public sealed class MovedFeedTests
{
    [Fact]
    public async Task MoveForGood_IsBelievedAfterTwoReadingsAnHourApart()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");

        Assert.Null(await AddressAsync(folder, TimeSpan.Zero));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromMinutes(59)));
        Assert.Equal(server.Url("/new").AbsoluteUri, await AddressAsync(folder, TimeSpan.FromMinutes(1)));

        var asked = server.Requests.Count;
        await folder.PollAsync();
        Assert.StartsWith("GET /new ", Assert.Single(server.Requests.Skip(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task FeedOfSomebodyElse_IsNotWhereItMovedTo()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Cheap watches");

        await AddressAsync(folder, TimeSpan.Zero);

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(3)));
    }

    [Fact]
    public async Task NewAddressThatFails_IsGivenUpForTheConfiguredOne()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");
        await AddressAsync(folder, TimeSpan.Zero);
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        server.On("/new", HostileServer.Status("404 Not Found"));

        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task FeedOfSomebodyElse_IsNotBelievedHoweverOftenItIsSeen()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Cheap watches");

        for (var poll = 0; poll < 6; poll++)
        {
            Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(3)));
        }

        Assert.Equal("Old and new", (await folder.StoredAsync("moving")).Title);
    }

    [Fact]
    public async Task FeedWithAnotherTitleAndAKnownEntry_HasMoved()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "New name");
        server.On("/new", HostileServer.Ok(Rss("New name", "second").Replace("New namesecond", "Old and newfirst", StringComparison.Ordinal)));

        Assert.Null(await AddressAsync(folder, TimeSpan.FromMinutes(10)));

        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));
    }

    [Theory]
    [InlineData("302 Found")]
    [InlineData("307 Temporary Redirect")]
    public async Task RedirectForNow_IsNeverStored(string status)
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");
        server.On("/old", HostileServer.Status(status, "", "Location: /new"));

        await AddressAsync(folder, TimeSpan.Zero);
        await AddressAsync(folder, TimeSpan.FromHours(2));

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(2)));
    }

    [Fact]
    public async Task CaptivePortal_NeitherMovesTheFeedNorLosesIt()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");
        server.On("/new", HostileServer.Ok("<html><body>Please sign in</body></html>"));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(2)));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(2)));
        server.On("/old", HostileServer.Ok(Rss("Old and new", "third")));

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(2)));

        Assert.Equal(0, (await folder.StoredAsync("moving")).Errors);
    }

    [Fact]
    public async Task MoveThatAPersonTookBack_IsFollowedButNotBelievedAgain()
    {
        await using var server = new HostileServer();
        await using var folder = await MovingAsync(server, "Old and new");
        var (moves, ct) = (folder.Get<FeedMoveStore>(), TestContext.Current.CancellationToken);
        Assert.Null(await moves.UndoAsync("moving", folder.Clock.GetUtcNow(), ct));
        await AddressAsync(folder, TimeSpan.Zero);
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));

        var undone = await moves.UndoAsync("moving", folder.Clock.GetUtcNow(), ct);

        Assert.Equal(server.Url("/old").AbsoluteUri, undone?.FromUrl);
        for (var poll = 0; poll < 4; poll++)
        {
            Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(2)));
        }

        Assert.Equal("moved", (await folder.Get<FeedStore>().HistoryAsync((await folder.StoredAsync("moving")).Id, 1, ct))[0].Outcome);
        Assert.Equal("undone", Assert.Single(await moves.ListAsync((await folder.StoredAsync("moving")).Id, ct)).EndedWhy);
    }

    [Fact]
    public async Task FeedThatWasNeverSeenWhereItWas_IsReadWholeUntilItsMoveIsBelieved()
    {
        await using var server = new HostileServer();
        await using var folder = new WatchedFolder();
        folder.Configure("moving", server.Url("/old"));
        server.On("/old", HostileServer.Status("301 Moved Permanently", "", "Location: /new"));
        server.On("/new", HostileServer.Ok(Rss("Old and new", "first"), "ETag: \"1\""));

        Assert.Null(await AddressAsync(folder, TimeSpan.Zero));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.NotNull(await AddressAsync(folder, TimeSpan.FromHours(1)));

        Assert.DoesNotContain(server.Requests, r => r.Contains("If-None-Match", StringComparison.OrdinalIgnoreCase));
        await AddressAsync(folder, TimeSpan.FromHours(1));
        Assert.Contains("If-None-Match", server.Requests[^1], StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task MoveToAnAddressThatKnowsTheValidators_IsBelievedAsWell()
    {
        await using var server = new HostileServer();
        await using var folder = await ConditionalAsync(server);

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.Equal(("moved", 304), await LastPollAsync(folder));
        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));

        Assert.Equal(server.Url("/new").AbsoluteUri, await AddressAsync(folder, TimeSpan.FromHours(1)));
    }

    [Fact]
    public async Task MoveThatIsNotBelieved_IsStillAskedForNewsOnly()
    {
        await using var server = new HostileServer();
        await using var folder = await ConditionalAsync(server);
        for (var poll = 0; poll < 3; poll++)
        {
            await AddressAsync(folder, TimeSpan.FromHours(1));
        }

        Assert.NotNull(await folder.Get<FeedMoveStore>().UndoAsync("moving", folder.Clock.GetUtcNow(), TestContext.Current.CancellationToken));
        await AddressAsync(folder, TimeSpan.FromHours(1));
        await AddressAsync(folder, TimeSpan.FromHours(1));

        Assert.Null(await AddressAsync(folder, TimeSpan.FromHours(1)));
        Assert.Equal(("moved", 304), await LastPollAsync(folder));
    }

    // Answers "not modified" wherever it is asked with the validators of the feed.
    private static async Task<WatchedFolder> ConditionalAsync(HostileServer server)
    {
        var folder = new WatchedFolder();
        folder.Configure("moving", server.Url("/old"));
        var (whole, same) = (HostileServer.Ok(Rss("Old and new", "first"), "ETag: \"1\""), HostileServer.Status("304 Not Modified"));
        server.On("/old", whole);
        await folder.PollAsync();
        server.On("/old", HostileServer.Status("301 Moved Permanently", "", "Location: /new"));
        server.On("/new", async (stream, ct) =>
        {
            var isConditional = server.Requests[^1].Contains("If-None-Match: \"1\"", StringComparison.Ordinal);
            await stream.WriteAsync(System.Text.Encoding.Latin1.GetBytes(isConditional ? same : whole), ct);
        });
        return folder;
    }

    private static async Task<(string Outcome, long? Status)> LastPollAsync(WatchedFolder folder)
    {
        var poll = (await folder.Get<FeedStore>().HistoryAsync((await folder.StoredAsync("moving")).Id, 1, TestContext.Current.CancellationToken))[0];
        return (poll.Outcome, poll.Status);
    }

    private static async Task<WatchedFolder> MovingAsync(HostileServer server, string newTitle)
    {
        var folder = new WatchedFolder();
        folder.Configure("moving", server.Url("/old"));
        server.On("/old", HostileServer.Ok(Rss("Old and new", "first")));
        await folder.PollAsync();
        server.On("/old", HostileServer.Status("301 Moved Permanently", "", "Location: /new"));
        server.On("/new", HostileServer.Ok(Rss(newTitle, "second")));
        return folder;
    }

    private static async Task<string?> AddressAsync(WatchedFolder folder, TimeSpan later)
    {
        folder.Clock.Advance(later);
        await folder.PollAsync();
        return (await folder.Get<FeedStore>().FindAsync("moving", TestContext.Current.CancellationToken))?.Address;
    }

    // Links that are no pages: only the feed is asked for.
    private static string Rss(string title, string id) =>
        $"<rss version='2.0'><channel><title>{title}</title><item><guid>{title}{id}</guid><title>The {id} story of {title}</title></item></channel></rss>";
}
