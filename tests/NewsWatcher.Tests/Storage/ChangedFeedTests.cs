using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Storage;

/// <summary>What a feed keeps of its state when somebody changes what is configured of it.</summary>
public sealed class ChangedFeedTests
{
    private const string Troubled = """
        update feeds set address = 'https://new.example/rss', moved_to = 'https://newer.example/rss', moved_said_at = 1, moved_at = 1, site = 'old.example', document_id = 'd',
            identity_changed_at = 1, missing_since = 1, not_before_at = 99, reach = 'dead', limits = 2, errors = 3, gone_at = 1, gone_count = 3, gone_counted_at = 1, next_poll_at = 999
        """;

    private const string Trouble = """
        select concat_ws(' ', address, moved_to, moved_said_at, moved_at, site, document_id, identity_changed_at, missing_since, not_before_at, reach, limits, errors, gone_at, gone_count, gone_counted_at) from feeds
        """;

    private const string All = "https://new.example/rss https://newer.example/rss 1 1 old.example d 1 1 99 dead 2 3 1 3 1";

    private static readonly Feed Known = new() { Id = "f", Name = "F", Url = new("https://old.example/rss") };

    private static readonly DateTimeOffset Changed = new(2026, 3, 1, 0, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("F", "https://old.example/rss", All)]
    [InlineData("Another name", "https://old.example/rss", All)]
    [InlineData("F", "https://other.example/rss", "0 0 0")]
    public async Task FeedOfTheFiles_KeepsWhatIsKnownOfItsAddressAndOnlyThat(string name, string url, string known)
    {
        await using var temp = await TroubledAsync();

        await new CatalogStore(temp.Database).SyncAsync([Known with { Name = name, Url = new(url) }], [], [], "next", Changed, Ct);

        Assert.Equal(known, await temp.Database.ReadAsync(db => db.RowAsync<string>(Trouble, null, Ct), Ct));
    }

    [Fact]
    public async Task FeedThatWasGoneAndIsAddedAgain_IsPolled()
    {
        await using var temp = await TroubledAsync();

        await new CatalogStore(temp.Database).AddAsync(Known, Changed, Ct);

        Assert.Null((await new FeedStore(temp.Database).FindAsync("f", Ct))?.GoneAt);
    }

    [Fact]
    public async Task FeedThatWasGoneAndIsUnmuted_IsPolled()
    {
        await using var temp = await TroubledAsync();
        var store = new CatalogStore(temp.Database);

        await store.MuteFeedAsync("f", DateTimeOffset.UnixEpoch, Ct);
        Assert.NotNull((await new FeedStore(temp.Database).FindAsync("f", Ct))?.GoneAt);
        await store.MuteFeedAsync("f", at: null, Ct);

        var feed = await new FeedStore(temp.Database).FindAsync("f", Ct);
        Assert.Equal((null, 0), (feed?.GoneAt, feed?.GoneCount));
    }

    [Fact]
    public async Task MoveOfAFeedWhoseAddressAPersonChanges_IsNoLongerInForce()
    {
        await using var temp = await TroubledAsync();
        await temp.Database.WriteAsync(db => db.RunAsync("insert into feed_moves (feed_id, at, from_url, to_url) select id, 1, 'https://old.example/rss', 'https://new.example/rss' from feeds", null, Ct), Ct);
        var moves = new FeedMoveStore(temp.Database);
        await new CatalogStore(temp.Database).SyncAsync([Known with { Name = "Another name" }], [], [], "next", Changed, Ct);
        Assert.Null(Assert.Single(await moves.ListAsync(1, Ct)).EndedAt);

        await new CatalogStore(temp.Database).SyncAsync([Known with { Url = new("https://other.example/rss") }], [], [], "last", Changed, Ct);

        var move = Assert.Single(await moves.ListAsync(1, Ct));
        Assert.Equal((Changed, "changed"), (move.EndedAt, move.EndedWhy));
    }

    private static async Task<TempDatabase> TroubledAsync()
    {
        var temp = await TempDatabase.CreateAsync();
        await new CatalogStore(temp.Database).SyncAsync([Known], [], [], "first", DateTimeOffset.UnixEpoch, Ct);
        await temp.Database.WriteAsync(db => db.RunAsync(Troubled, null, Ct), Ct);
        return temp;
    }
}
