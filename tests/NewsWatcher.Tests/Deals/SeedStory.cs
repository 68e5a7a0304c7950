using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Tests.House;

namespace NewsWatcher.Tests.Deals;

/// <summary>The demo's pages, read and matched as the program does it, and the ledger that they give.</summary>
internal static class SeedStory
{
    private static readonly string Folder = Path.Combine(Repository.Root, "seeds");
    private static readonly DateTimeOffset Morning = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    public static FollowedDeal Deal { get; } = DealFile.Read(File.ReadAllText(Path.Combine(Folder, "deals.json")), "deals.json", []).Single(d => d.Id == "japan-us-550b");

    public static OutletCatalog Outlets { get; } = new(OutletFile.Read(File.ReadAllText(Path.Combine(Folder, "outlets.json")), "outlets.json", []));

    /// <summary>What each page says of the deal, and whether it belongs to it.</summary>
    public static IReadOnlyList<(ReportedItem Item, DealMatch? Match)> Pages { get; } = Read();

    public static IReadOnlyList<ReportedItem> Items { get; } = [.. Pages.Where(p => p.Match is { Belongs: true }).Select(p => p.Item)];

    public static DealLedger Ledger(IReadOnlyList<ReportedItem> items, DateTimeOffset? asOf = null) =>
        LedgerFold.Fold(Deal, [.. items.Where(i => i.ReportedAt <= (asOf ?? Morning))], OriginTracer.Trace([.. items.Where(i => i.ReportedAt <= (asOf ?? Morning))], Outlets), [], asOf ?? Morning, null);

    private static List<(ReportedItem Item, DealMatch? Match)> Read()
    {
        var (extractor, matcher, read) = (new FactExtractor([Deal]), new DealMatcher([Deal]), new List<(ReportedItem, DealMatch?)>());
        var path = Path.Combine(Folder, "feeds.json");
        foreach (var feed in FeedFile.Read(File.ReadAllText(path), path, new FeedRules([], _ => null), []).OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            var (prefix, folder) = feed.Pages.Single();
            var document = (FeedRead.Document)FeedReader.Read(File.ReadAllBytes(feed.File ?? ""), null, null);
            foreach (var entry in document.Entries)
            {
                var page = Path.Combine(folder, entry.Link![prefix.Length..]); // every entry of the demo has a page
                var article = ((ArticleRead.Readable)ArticleReader.Read(File.ReadAllBytes(page), null, new Uri(entry.Link))).Article;
                var (outlet, at) = (Outlets.ById(feed.OutletId)!, entry.Published ?? entry.Updated ?? Morning); // every feed of the demo names one
                var facts = extractor.Read(article, at, outlet.Tier);
                read.Add((Item(read.Count + 1, entry.Link, article, outlet, at, facts), matcher.Match(article, facts).SingleOrDefault()));
            }
        }

        return read;
    }

    private static ReportedItem Item(long id, string url, Article article, Outlet outlet, DateTimeOffset at, ArticleFacts facts)
    {
        var told = facts.All.ToList();
        var keys = ClaimKey.For(id, told);
        return new ReportedItem
        {
            Id = id, Url = url, Title = article.Title, Text = article.Text, Language = article.Language, Outlet = outlet, ReportedAt = at, IsAiGenerated = article.IsAiGenerated,
            Claims = [.. told.Select((f, i) => new Claim { Key = keys[i], ItemId = id, Fact = f, ReportedAt = at, RecordedAt = at.AddHours(1) })],
        };
    }
}
