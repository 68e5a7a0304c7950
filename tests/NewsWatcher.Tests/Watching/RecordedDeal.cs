using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Deals;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>The first deal's items in a database.</summary>
internal static class RecordedDeal
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<TempDatabase> CreateAsync()
    {
        var temp = await TempDatabase.CreateAsync();
        var outlets = FirstDeal.Items.Select(i => i.Outlet).Where(o => o.Tier != OutletTier.Unknown).DistinctBy(o => o.Id).ToList();
        await new CatalogStore(temp.Database).SyncAsync([], outlets, [FirstDeal.Deal], "first", DateTimeOffset.UnixEpoch, Ct);
        return temp;
    }

    /// <summary>Every item, each two hours after it was reported, and traced.</summary>
    public static async Task<TempDatabase> CreateWholeAsync()
    {
        var temp = await CreateAsync();
        foreach (var item in FirstDeal.Items)
        {
            await RecordAsync(temp.Database, item, item.ReportedAt.AddHours(2));
        }

        await new OriginTracing(new PlacementStore(temp.Database), new LedgerQueries(temp.Database)).TraceAsync(FirstDeal.Id, await new CatalogStore(temp.Database).LoadAsync(Ct), Ct);

        return temp;
    }

    /// <summary>Keeps an item, or a newer version of one, with the facts of its claims. The item's number.</summary>
    /// <param name="text">Null for one that no other version has.</param>
    public static async Task<long> RecordAsync(Database database, ReportedItem item, DateTimeOffset now, string? text = null)
    {
        var facts = item.Claims.Select(c => c.Fact).ToList();
        var read = new ArticleFacts
        {
            Amounts = [.. facts.OfType<Amount>()], Parties = [.. facts.OfType<PartyMention>()], Stages = [.. facts.OfType<StageReading>()], Milestones = [.. facts.OfType<MilestoneReading>()],
        };
        var article = new Article
        {
            Title = item.Title, Text = text ?? $"What report {item.Id} says.", Language = "en", Published = new PublishedDate(item.ReportedAt, DateOnly: false),
            Notices = item.IsAiGenerated ? [new Notice(NoticeKind.AiGenerated, "A machine wrote this.")] : [],
        };
        var supplied = new SuppliedItem { CanonicalUrl = item.Url, FoldedTitle = item.Title, Url = item.Url, Title = item.Title, OutletId = item.Outlet.Id, PublishedAt = item.ReportedAt, SuppliedBy = "test" };
        var (id, _) = await new ReadingStore(database).SupplyAsync(supplied, _ => new ReadingResult.Done(article, read, FromPage: true, Reason: null, Original: null), now, Ct);
        await new PlacementStore(database).SaveAsync(new Placement(id, [new DealMatch(FirstDeal.Id, 1, Belongs: true, ["test"])], null, FirstDeal.Id, item.ReportedAt), now, Ct);
        return id;
    }
}
