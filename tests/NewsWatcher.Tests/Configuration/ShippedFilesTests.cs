using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Scheduling;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Configuration;

/// <summary>The configuration that ships, as it lies beside the executable.</summary>
public sealed class ShippedFilesTests
{
    private static readonly FeedRules Rules = new([], CronTimes.Fault);

    private static readonly string Config = Path.Combine(AppContext.BaseDirectory, "config");

    [Theory]
    [InlineData("config")]
    [InlineData("seeds")]
    public async Task Folder_IsReadWithoutProblems(string folder)
    {
        var problems = new List<ConfigProblem>();

        var read = await ConfigFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, folder), Rules, problems, TestContext.Current.CancellationToken);

        Assert.Empty(problems);
        var outlets = read.Outlets.Select(o => o.Id).ToHashSet(StringComparer.Ordinal);
        Assert.All(read.Feeds, f => Assert.Contains(Assert.IsType<string>(f.OutletId), outlets));
        Assert.All(read.Feeds, f => Assert.NotNull(f.Language));
        Assert.All(read.Outlets, o => Assert.True(o is { Tier: not OutletTier.Unknown, Country.Length: 2, Language.Length: 2, Hosts.Count: > 0 }, o.Id));
    }

    [Fact]
    public async Task Feeds_AreManyPoliteAndInBothLanguages()
    {
        var feeds = (await ReadAsync()).Feeds;

        Assert.True(feeds.Count >= 40);
        Assert.All(feeds, f => Assert.Equal("https", f.Url?.Scheme));
        Assert.Equal(feeds.Count, feeds.Select(f => CanonicalUrl.Identity(f.Url!.ToString())).Distinct().Count()); // the line above names the guarantee
        Assert.All(feeds, f => Assert.True(f is { Every: not null, Articles: not ArticlePolicy.Fetch, Enabled: true }, f.Id));
        Assert.True(feeds.Count(f => f.Language == "ja") >= 10);
        Assert.True(feeds.Count(f => f.Language == "en") >= 20);
        Assert.True(feeds.Count(f => f.Tags.Contains("official")) >= 10);
    }

    [Fact]
    public async Task Outlets_AreFoundByEveryHostAndName()
    {
        var outlets = (await ReadAsync()).Outlets;
        var catalog = new OutletCatalog(outlets);

        Assert.True(outlets.Count >= 200);
        Assert.All(outlets, o => Assert.All(o.Hosts, h => Assert.Equal(o.Id, catalog.Of(new Uri("https://" + h)).Id)));
        Assert.All(outlets, o => Assert.All(o.Aliases.Prepend(o.Name), n => Assert.Equal(o.Id, catalog.Named(n)?.Id)));
        Assert.All(Enum.GetValues<OutletTier>().Except([OutletTier.Unknown]), t => Assert.True(outlets.Count(o => o.Tier == t) >= 20, t.ToString()));
    }

    [Theory]
    [InlineData("https://www.ft.com/content/1", "nikkei")]
    [InlineData("https://asia.nikkei.com/economy", "nikkei")]
    [InlineData("https://www.marketwatch.com/story/1", "news-corp")]
    [InlineData("https://jp.reuters.com/markets", "thomson-reuters")]
    [InlineData("https://www3.nhk.or.jp/nhkworld/en/news/1", "nhk")]
    [InlineData("https://www.enecho.meti.go.jp/x", "japan-government")]
    [InlineData("https://www.dispatch.com/story", "gannett")]
    public async Task Owners_AreOneFamily(string page, string family) =>
        Assert.Equal(family, new OutletCatalog((await ReadAsync()).Outlets).Of(new Uri(page)).Family);

    [Fact]
    public async Task Deals_AreTheOneItBeganWithAndTwoExamples()
    {
        var deals = (await ReadAsync()).Deals;

        Assert.Equal(["japan-us-550b", "korea-us-350b", "nippon-steel-us-steel"], deals.Select(d => d.Id));
        Assert.Equal([DealKind.Umbrella, DealKind.Umbrella, DealKind.Agreement], deals.Select(d => d.Root.Kind));
        Assert.Equal([550_000_000_000m, 350_000_000_000m, 14_900_000_000m], deals.Select(d => d.Root.Headline?.Value));
        var parts = deals[0].Parts.Select(p => p.Id).ToList();
        Assert.Contains("japan-us-550b/phase-1", parts);
        Assert.Equal(3, parts.Count(p => p.StartsWith("japan-us-550b/phase-1/", StringComparison.Ordinal)));
        Assert.Contains("japan-us-550b/phase-2", parts);
        Assert.Equal(["Mitsubishi Corporation", "Marubeni"], deals[0].Watch.Select(w => w.Name).Where(n => n.StartsWith('M')).Take(2));
        Assert.Contains(deals[0].Milestones, m => m.Id == "summit");
    }

    [Fact]
    public async Task DemoFollowsTheSameDeal_AsShipped()
    {
        var demo = await ConfigFolder.ReadAsync(Path.Combine(AppContext.BaseDirectory, "seeds"), Rules, [], TestContext.Current.CancellationToken);
        var shipped = (await ReadAsync()).Deals[0];

        var deal = Assert.Single(demo.Deals);
        Assert.Equal(shipped.Parts.Select(p => (p.Id, p.Name, string.Join('|', p.Aliases))), deal.Parts.Select(p => (p.Id, p.Name, string.Join('|', p.Aliases))));
    }

    private static async Task<ConfigFolder> ReadAsync() => await ConfigFolder.ReadAsync(Config, Rules, [], TestContext.Current.CancellationToken);
}
