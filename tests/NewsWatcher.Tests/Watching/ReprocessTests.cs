using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;
using static NewsWatcher.Tests.Watching.Reprocessing;

namespace NewsWatcher.Tests.Watching;

/// <summary>What was captured before a deal was followed, read again with it.</summary>
public sealed class ReprocessTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("fetch")]
    [InlineData("never")]
    public async Task DealAddedLater_HasTheLedgerOfOneFollowedFromTheBeginning(string articles)
    {
        await using var first = Story(SeedDeals, articles);
        await first.PollAsync();
        await using var later = Story(None, articles);
        await later.PollAsync();
        later.Deals = SeedDeals;
        await later.StartAsync();

        await ReprocessAsync(later);

        Assert.Equal(await LedgersAsync(first), await LedgersAsync(later));
    }

    [Fact]
    public async Task ReadAgainTwice_ChangesNothing()
    {
        await using var folder = Story(None, "fetch");
        await folder.PollAsync();
        folder.Deals = SeedDeals;
        await folder.StartAsync();
        await ReprocessAsync(folder);
        var before = (await LedgersAsync(folder), await RowsAsync(folder));

        Assert.Equal(ReprocessTally.Nothing, await ReprocessAsync(folder));
        await folder.Get<ReprocessStore>().RequeueAsync(ReprocessScope.All, Ct);
        var again = await ReprocessAsync(folder);

        Assert.Equal((await folder.Get<ItemQueries>().CountAsync(Ct), 0, 0, 0), (again.Items, again.Added, again.Ended, again.Moved));
        Assert.Equal(before, (await LedgersAsync(folder), await RowsAsync(folder)));
    }

    [Fact]
    public async Task StoppedInTheMiddle_TheNextRunGoesOn()
    {
        await using var whole = Story(None, "fetch");
        await using var parts = Story(None, "fetch");
        foreach (var folder in new[] { whole, parts })
        {
            await folder.PollAsync();
            folder.Deals = SeedDeals;
            await folder.StartAsync();
        }

        var once = await ReprocessAsync(whole);
        var tally = ReprocessTally.Nothing;
        for (var run = 0; run < 4; run++)
        {
            tally += await ReprocessAsync(parts, limit: 7);
            await parts.RestartAsync();
            await parts.BeginAsync();
        }

        Assert.Equal(once, tally);
        Assert.Equal((await LedgersAsync(whole), await RowsAsync(whole)), (await LedgersAsync(parts), await RowsAsync(parts)));
    }

    [Fact]
    public async Task NewsThatWasKeptApart_IsFoundByTheDaemonItself()
    {
        await using var folder = Words(None);
        Entry(folder, "Boats of the Vik ferry line come back in spring", "It takes 45 million dollars, the mayor said.");
        await folder.PollAsync();
        Assert.Null(Assert.Single(await folder.ItemsAsync()).Item.DevelopmentId);
        folder.Deals = Ferry;
        await folder.StartAsync();

        await folder.TickAsync();

        var item = Assert.Single(await folder.ItemsAsync());
        Assert.Equal("ferry", Assert.Single(item.Deals, d => d.Belongs).DealId);
        Assert.NotNull(item.Item.DevelopmentId);
        Assert.Contains(item.Claims, c => c.Fact is Amount { Best: 45_000_000 });
        Assert.Equal(0, await folder.Get<ReprocessStore>().CountAsync(await BasisAsync(folder), Ct));
    }

    [Theory]
    [InlineData("It takes 44 million dollars.", "It takes 36 million dollars.")]
    [InlineData("Nobody knows the price.", "It takes 36 million dollars.")]
    [InlineData("It takes 44 million dollars.", "The price was withdrawn.")]
    public async Task EditedEntry_IsReadStateByState(string before, string after)
    {
        await using var first = Words(Ferry);
        await using var later = Words(None);
        foreach (var folder in new[] { first, later })
        {
            Entry(folder, "Boats of the Vik ferry line come back in spring", before);
            await folder.PollAsync();
            folder.Clock.Advance(TimeSpan.FromDays(1));
            Entry(folder, "Boats of the Vik ferry line come back in spring", after);
            await folder.PollAsync();
            folder.Clock.Advance(TimeSpan.FromDays(1));
        }

        later.Deals = Ferry;
        await later.StartAsync();
        await ReprocessAsync(later);

        Assert.Equal(await LedgersAsync(first), await LedgersAsync(later));
        foreach (var day in new[] { 20, 21, 22 })
        {
            var asOf = new DateTimeOffset(2026, 3, day, 12, 0, 0, TimeSpan.Zero);
            Assert.Equal(await LedgersAsync(first, asOf), await LedgersAsync(later, asOf));
        }
    }

    [Theory]
    [InlineData("rejected")]
    [InlineData("accepted")]
    public async Task Decision_GoesWithItsWordsToTheDealThatIsFoundInThem_AndIsStillTakenBack(string kind)
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f");
        folder.Feed("f", ("one", "Norsk Line signs a contract"));
        folder.Page("one", "Norsk Line signs a contract", "Norsk Line signed a contract to build the Vik pier for $9 million.");
        await folder.PollAsync();
        var claim = Assert.Single(await folder.ItemsAsync()).Claims.First(c => c.Fact is Amount);
        Assert.Null(claim.Fact.PartId);
        var (desk, ann) = (folder.Get<ReviewDesk>(), new Reviewer("ann", "seen the paper"));
        await desk.JudgeAsync(claim.Key, kind is "rejected" ? new Verdict.Reject() : new Verdict.Accept(), alsoSimilar: false, ann, Ct);
        folder.Deals = Ferry;
        await folder.StartAsync();

        await ReprocessAsync(folder);

        var item = Assert.Single(await folder.ItemsAsync());
        var found = item.Claims.First(c => c.EndedAt is null && c.Fact is Amount && c.Fact.Evidence.Sentence == claim.Fact.Evidence.Sentence);
        Assert.Equal("ferry/pier", found.Fact.PartId);
        Assert.Equal((kind, "ann", "seen the paper"), item.Decided.On(found.Key) is { } said ? (said.Kind, said.Actor, said.Why) : default);
        await folder.Get<ReviewDesk>().UndoAsync(1, together: false, ann, Ct);
        Assert.Null(Assert.Single(await folder.ItemsAsync()).Decided.On(found.Key));
    }

    [Fact]
    public async Task OneDeal_LeavesTheOtherItemsForLater()
    {
        await using var folder = Words(None);
        Entry(folder, "Boats of the Vik ferry line come back in spring", "It takes 45 million dollars.", ("two", "A goalkeeper signs for Porto", "He is happy."));
        await folder.PollAsync();
        folder.Deals = Ferry;
        await folder.StartAsync();

        var tally = await ReprocessAsync(folder, scope: new ReprocessScope("ferry", null, null));

        Assert.Equal((1, 1), (tally.Items, tally.Moved));
        Assert.Equal(1, await folder.Get<ReprocessStore>().CountAsync(await BasisAsync(folder), Ct));
    }

    [Fact]
    public async Task DealThatIsFollowedNoMore_LosesItsItemsAndFindsThemAgain()
    {
        await using var folder = Words(Ferry);
        Entry(folder, "Boats of the Vik ferry line come back in spring", "It takes 45 million dollars.");
        await folder.PollAsync();
        var before = await LedgersAsync(folder);
        foreach (var deals in new[] { None, Ferry })
        {
            folder.Clock.Advance(TimeSpan.FromMinutes(1));
            folder.Deals = deals;
            await folder.StartAsync();
            await ReprocessAsync(folder);
            Assert.Equal(deals == Ferry, Assert.Single(await folder.ItemsAsync()).Deals.Any(d => d.Belongs));
        }

        Assert.Equal(before, await LedgersAsync(folder));
    }
}
