using System.Text.Json.Nodes;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Tests.House;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

/// <summary>Folders whose deals become others, and what is compared of them.</summary>
internal static class Reprocessing
{
    public const string None = """{"deals": []}""";

    public const string Ferry = """
        {"deals": [{"id": "ferry", "name": "Vik ferry line", "headline": {"value": 45000000, "currency": "USD"}, "parts": [{"id": "pier", "name": "Vik pier"}]}]}
        """;

    private static readonly DateTimeOffset Later = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    public static string SeedDeals => File.ReadAllText(Path.Combine(Repository.Root, "seeds", "deals.json"));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static WatchedFolder Words(string deals)
    {
        var folder = new WatchedFolder { Deals = deals };
        folder.Configure("f", "\"language\": \"en\"");
        return folder;
    }

    public static void Entry(WatchedFolder folder, string title, string summary, params (string Slug, string Title, string Summary)[] more) => folder.Write("f.xml", $"""
        <rss version="2.0"><channel><title>f</title>
        {string.Concat(more.Prepend(("one", title, summary)).Select(e => $"<item><guid>{e.Item1}</guid><title>{e.Item2}</title><link>https://news.example/{e.Item1}.html</link><description>{e.Item3}</description><pubDate>Fri, 20 Mar 2026 07:00:00 GMT</pubDate></item>"))}
        </channel></rss>
        """);

    // The demo's feeds and pages, or what its feeds say alone.
    public static WatchedFolder Story(string deals, string articles)
    {
        var seeds = Path.Combine(Repository.Root, "seeds");
        var folder = new WatchedFolder { Deals = deals, Outlets = File.ReadAllText(Path.Combine(seeds, "outlets.json")) };
        foreach (var file in new[] { "feeds", "pages" }.SelectMany(d => Directory.GetFiles(Path.Combine(seeds, d), "*", SearchOption.AllDirectories)))
        {
            folder.Write(Path.GetRelativePath(seeds, file), File.ReadAllText(file));
        }

        folder.ConfigureAll(File.ReadAllText(Path.Combine(seeds, "feeds.json")).Replace("\"every\":", $"\"articles\": \"{articles}\", \"every\":", StringComparison.Ordinal));
        return folder;
    }

    public static async Task<long> BasisAsync(WatchedFolder folder) =>
        (await CompiledCatalog.LoadAsync(folder.Get<CatalogStore>(), folder.Get<BasisStore>(), folder.Clock.GetUtcNow(), Ct)).Basis;

    public static async Task<ReprocessTally> ReprocessAsync(WatchedFolder folder, ReprocessScope? scope = null, int limit = int.MaxValue)
    {
        var catalog = await CompiledCatalog.LoadAsync(folder.Get<CatalogStore>(), folder.Get<BasisStore>(), folder.Clock.GetUtcNow(), Ct);
        var tally = await folder.Get<ReprocessPass>().RunAsync(catalog, scope ?? ReprocessScope.All, limit, progress: null, Ct, Ct);
        await folder.Get<PlacingPass>().RunAsync(catalog, moved: null, Ct, Ct);
        return tally;
    }

    public static async Task<string> LedgersAsync(WatchedFolder folder, DateTimeOffset? asOf = null)
    {
        var ledgers = new List<string>();
        foreach (var deal in (await folder.Get<CatalogStore>().LoadAsync(Ct)).Deals)
        {
            var ledger = await folder.Get<LedgerReader>().ReadAsync(deal.Id, Later, asOf, recordedAsOf: null, Ct);
            Assert.NotNull(ledger);
            Assert.True(ledger.Coverage.Items > 0 || asOf is not null || deal.Id != "japan-us-550b");
            ledgers.Add(WithoutKeys(LedgerShape.Of(ledger)).ToJsonString());
        }

        return string.Join('\n', ledgers);
    }

    // The keys of claims go by the numbers of their items, which other databases give to others.
    private static JsonNode WithoutKeys(JsonNode node)
    {
        (node as JsonObject)?.Remove("claim");
        foreach (var below in node is JsonObject shape ? [.. shape.Select(p => p.Value)] : (node as JsonArray)?.ToList() ?? [])
        {
            _ = below is null ? null : WithoutKeys(below);
        }

        return node;
    }

    // How much of everything that only ever grows there is.
    public static Task<string> RowsAsync(WatchedFolder folder) => folder.Database.ReadAsync(async db =>
    {
        await using var command = db.CreateCommand();
        command.CommandText = """
            select (select count(*) from claims) || ' ' || (select count(*) from claim_endings) || ' ' || (select count(*) from claim_restatements) || ' ' || (select count(*) from decisions)
                || ' ' || (select count(*) from versions) || ' ' || (select count(*) from items where development_id is null) || ' ' || (select count(*) from outbox)
            """;
        return (string?)await command.ExecuteScalarAsync(Ct) ?? "";
    }, Ct);
}
