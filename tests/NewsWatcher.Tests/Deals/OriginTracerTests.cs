using NewsWatcher.Deals;
using NewsWatcher.Feeds;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>Which articles are independent of each other, and whose report the others pass on.</summary>
public sealed class OriginTracerTests
{
    private const string Story = """
        The two governments said on Monday that the first three projects under the framework would be a gas plant, a crude terminal and a diamond works.
        Officials expect the plant to start in four years, and said that lenders had agreed to the terms of the loans after months of talks.
        The terminal will be built on the coast, where a channel has to be dredged before the largest ships can load.
        """;

    private static readonly Outlet Herald = new() { Id = "herald", Name = "Harbour Herald", Family = "harbour", Tier = OutletTier.Major };
    private static readonly Outlet Evening = new() { Id = "evening", Name = "Evening Harbour", Family = "harbour", Tier = OutletTier.Major };
    private static readonly Outlet Wire = new() { Id = "wire", Name = "Northern Wire", Aliases = ["北方通信"], Family = "wire", Tier = OutletTier.Wire };
    private static readonly Outlet Digest = new() { Id = "digest", Name = "Trade Digest", Family = "digest", Tier = OutletTier.Specialty };
    private static readonly Outlet Mill = new() { Id = "mill", Name = "Link Mill", Family = "mill", Tier = OutletTier.Aggregator };
    private static readonly Outlet Stranger = new() { Id = "stranger.example", Name = "stranger.example", Family = "stranger.example" };
    private static readonly OutletCatalog Catalog = new([Herald, Evening, Wire, Digest, Mill]);

    [Fact]
    public void TextReprintedFortyTimes_IsOneOrigin()
    {
        var reprints = Enumerable.Range(2, 40).Select(n => Item(n, Outlet($"paper-{n}"), $"Headline number {n}", $"Our own first line, number {n}.\n{Story}\nRead more in our paper {n}."));
        var traced = Trace([Item(1, Wire, "Three projects named", Story), .. reprints]);

        Assert.Single(traced.Values.Where(o => o.Counts).Select(o => o.Key).Distinct());
        Assert.All(traced.Where(t => t.Key > 1), t => Assert.Equal(1, t.Value.CopyOf));
    }

    [Fact]
    public void TwoReportsOfTheirOwn_AreTwoOrigins()
    {
        var traced = Trace([Item(1, Wire, "Three projects named", Story), Item(2, Digest, "Gas plant first", "Lenders will pay for a gas plant, people at the ministry told this paper, and two smaller works would follow.")]);

        Assert.Equal(2, traced.Values.Where(o => o.Counts).Select(o => o.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("Gas plant first, Northern Wire reports", "The ministry did not comment.")]
    [InlineData("Gas plant first", "A gas plant is to come first, Northern Wire reported on Monday, citing two officials.")]
    [InlineData("Gas plant first", "According to the Northern Wire, a gas plant is to come first.")]
    [InlineData("Gas plant first", "LONDON (Northern Wire) - A gas plant is to come first.")]
    [InlineData("Gas plant first", "OSLO, Feb. 18, 2026 /Northern Wire/ -- A gas plant is to come first.")]
    [InlineData("Gas plant first", "Press release distributed by Northern Wire. A gas plant is to come first.")]
    [InlineData("Gas plant first", "A gas plant is to come first. © Northern Wire. Republished with permission.")]
    [InlineData("ガス火力が第1弾", "【ロンドン＝北方通信】ガス火力が第1弾となる。")]
    [InlineData("ガス火力が第1弾", "【ロンドン＝北方】ガス火力が第1弾となる。")]
    [InlineData("ガス火力が第1弾", "ガス火力が第1弾となると北方通信が報じた。")]
    [InlineData("ガス火力が第1弾", "ガス火力が第1弾となる。（北方通信配信）")]
    [InlineData("燃气电厂先行", "据北方通信14日报道，燃气电厂将先行。")]
    [InlineData("가스 발전 먼저", "북 [런던=北方通信] 가스 발전이 먼저다.")]
    public void ReportThatNamesItsSource_BelongsToIt(string title, string text)
    {
        var traced = Trace([Item(1, Digest, title, text)]);

        Assert.Equal(("wire", true), (traced[1].Key, traced[1].Counts));
    }

    [Theory]
    [InlineData("Gas plant first", "The Northern Wire building stands beside the site of the gas plant.")]
    [InlineData("Gas plant first", "Shares in Northern Wire rose. The ministry named a gas plant.")]
    [InlineData("Profit up at Acme", "Acme reported a profit of 3 billion, according to three officials.")]
    [InlineData("ガス火力が第1弾", "【ロンドン＝山田太郎】ガス火力が第1弾となる。")]
    public void OutletThatIsOnlyMentioned_IsNobodysOrigin(string title, string text) => Assert.Equal("digest", Trace([Item(1, Digest, title, text)])[1].Key);

    [Fact]
    public void OutletsOfOneFamily_AreOne()
    {
        var traced = Trace([Item(1, Herald, "Gas plant first", "The harbour's own report of the gas plant."), Item(2, Evening, "Plant is named", "An evening view of what the ministry decided.")]);

        Assert.Equal(traced[1].Key, traced[2].Key);
    }

    [Fact]
    public void StrangersMachinesAndAggregators_DoNotCount_AndSayWhy()
    {
        var traced = Trace(
        [
            Item(1, Stranger, "Gas plant first", "What a stranger says of the plant."), Item(2, Mill, "Plant", "What the mill says of it."),
            Item(3, Herald, "A gas plant", "What a machine says of the plant.") with { IsAiGenerated = true },
            Item(4, Mill, "Another plant", "What the mill passes on.") with { SourceName = "Northern Wire" }, Item(5, Stranger, "Gas", "Northern Wire reported that a plant comes first."),
        ]);

        Assert.DoesNotContain(traced.Values, o => o.Counts);
        Assert.All(traced.Values, o => Assert.NotEmpty(o.Why));
        Assert.Equal(("wire", "wire"), (traced[4].Key, traced[5].Key));
    }

    [Fact]
    public void OrderOfArrival_DoesNotMatter()
    {
        ReportedItem[] items = [Item(1, Wire, "Three projects named", Story), Item(2, Digest, "Three named", Story), Item(3, Herald, "Named, Trade Digest reports", "The ministry did not comment.")];

        Assert.Equal(Trace(items).OrderBy(t => t.Key), Trace([.. items.Reverse()]).OrderBy(t => t.Key));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("\uD800", "\uD800 reported")]
    [InlineData("reports", ", reports")]
    [InlineData("【＝】", "【＝＝＝】(((")]
    public void OddText_IsItsOwnOrigin(string title, string text) => Assert.Equal("digest", Trace([Item(1, Digest, title, text)])[1].Key);

    private static Outlet Outlet(string id) => new() { Id = id, Name = id, Family = id, Tier = OutletTier.Major };

    private static ReportedItem Item(long id, Outlet outlet, string title, string text) => Of(id, "2026-02-18", outlet) with { Title = title, Text = text };

    private static IReadOnlyDictionary<long, Origin> Trace(IReadOnlyList<ReportedItem> items) => OriginTracer.Trace(items, Catalog);
}
