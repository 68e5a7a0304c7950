using System.ComponentModel.DataAnnotations;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Tests.Watching.Search;

public sealed class SearchFeedsTests
{
    private static readonly FollowedDeal Deal = new()
    {
        Search = true,
        Root = new FollowedPart
        {
            Id = "aland-bland", Kind = DealKind.Umbrella, Name = "Aland \"port\" (accord)",
            Aliases = ["Aland's pledge", "オーランド港湾計画", "港湾投資", "a name that is so long that nobody would ever put it into the box of a search engine"],
            Keywords = ["deep-water port", "terminal", "電力"],
            Parties = [new("Aland", PartyRole.Investor, ["オーランド"]), new("Bland", PartyRole.Government, [])],
        },
    };

    [Fact]
    public void Query_HoldsNamesAndPartiesInEachLanguage() => Assert.Equal(
        [("en", "\"Aland port accord\" OR \"Aland's pledge\" OR (\"Aland\" \"Bland\" (\"deep-water port\" OR \"terminal\"))"), ("ja", "\"オーランド港湾計画\" OR \"港湾投資\" OR (\"オーランド\" \"電力\")")],
        DealQuery.Of(Deal).Select(q => (q.Language, q.Text)));

    [Fact]
    public void Query_OfCountlessNamesIsBounded()
    {
        var query = Assert.Single(DealQuery.Of(Deal with { Root = Deal.Root with { Aliases = [.. Enumerable.Range(0, 5000).Select(i => $"Name number {i}")] } }));

        Assert.InRange(query.Text.Length, 100, 300);
    }

    [Fact]
    public void Feeds_AreOneForEachServiceAndLanguage()
    {
        var feeds = SearchFeeds.Of([Deal, Deal with { Search = false, Root = Deal.Root with { Id = "silent" } }], [new() { Name = "one", Url = "https://one.example/rss?q={query}&hl={language}" }, new() { Name = "two", Url = "https://two.example/{query}.xml" }]);

        Assert.Equal(["search-aland-bland-one", "search-aland-bland-one-ja", "search-aland-bland-two"], feeds.Select(f => f.Id));
        Assert.StartsWith("https://one.example/rss?q=%22Aland%20port%20accord%22%20OR%20", feeds[0].Url!.AbsoluteUri, StringComparison.Ordinal); // made of an address
        Assert.EndsWith("&hl=en", feeds[0].Url!.AbsoluteUri, StringComparison.Ordinal); // as above
        Assert.All(feeds, f => Assert.Equal((ArticlePolicy.Never, "aland-bland"), (f.Articles, f.Deal)));
        Assert.All(SearchFeeds.Of([Deal with { Root = Deal.Root with { Id = new string('a', 64) } }], [new() { Name = "news", Url = "https://x.example/{query}{language}" }]), f => Assert.InRange(f.Id.Length, 20, 64));
    }

    [Theory]
    [InlineData("ok", "https://x.example/rss?q={query}", null)]
    [InlineData("ok", "https://x.example/{language}/{query}", null)]
    [InlineData("Not Ok", "https://x.example/?q={query}", "may hold only")]
    [InlineData("ok", "https://x.example/rss", "has no {query}")]
    [InlineData("ok", "http://x.example/?q={query}", "no https address")]
    [InlineData("ok", "https://me:secret@x.example/?q={query}", "no https address")]
    [InlineData("ok", "https://{query}.example/", "must name its host")]
    [InlineData("ok", "https://x.example/?q={query}&n={count}", "no other braces")]
    [InlineData("ok", "{query}", "no https address")]
    public void Address_IsCheckedAtTheStart(string name, string url, string? fault)
    {
        var options = new SearchOptions { Addresses = { new() { Name = name, Url = url } } };

        var faults = options.Validate(new ValidationContext(options)).Select(f => f.ErrorMessage ?? "").ToList();

        Assert.Equal(fault is null ? 0 : 1, faults.Count);
        Assert.All(faults, f => Assert.Contains(fault ?? "", f, StringComparison.Ordinal));
    }
}
