using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class OutletCatalogTests
{
    private static readonly OutletCatalog Catalog = new(
    [
        new Outlet { Id = "bbc", Name = "BBC", Hosts = ["bbc.co.uk", "bbc.com"], Family = "bbc", Tier = OutletTier.Major },
        new Outlet { Id = "bbc-news", Name = "BBC News", Hosts = ["bbc.co.uk/news"], Family = "bbc", Tier = OutletTier.Major },
        new Outlet { Id = "reuters", Name = "Reuters", Aliases = ["ロイター", "The Reuters News Agency"], Hosts = ["reuters.com"], Family = "tr", Tier = OutletTier.Wire },
    ]);

    [Theory]
    [InlineData("https://www.bbc.co.uk/news/1", "bbc-news")]
    [InlineData("https://www.bbc.co.uk/newsround/1", "bbc")]
    [InlineData("https://jp.reuters.com/article/x", "reuters")]
    [InlineData("https://notreuters.com/article/x", "notreuters.com")]
    [InlineData("https://reuters.com.evil.example/x", "evil.example")]
    [InlineData("https://news.daily.co.jp/x", "daily.co.jp")]
    [InlineData("https://ann.substack.com/p/x", "ann.substack.com")]
    [InlineData("http://192.0.2.7/x", "192.0.2.7")]
    [InlineData("https://xn--a\u00E9.example/x", "xn--a\u00E9.example")]
    public void Page_BelongsToTheOutletOfItsHost(string page, string outlet) => Assert.Equal(outlet, Catalog.Of(new Uri(page)).Id);

    [Fact]
    public void UnknownHost_IsOfUnknownTier() => Assert.Equal(OutletTier.Unknown, Catalog.Of(new Uri("https://unheard.example/")).Tier);

    [Theory]
    [InlineData("reuters", "reuters")]
    [InlineData("Ｒｅｕｔｅｒｓ", "reuters")]
    [InlineData("Reuters News Agency", "reuters")]
    [InlineData("ロイター", "reuters")]
    [InlineData("The BBC", "bbc")]
    [InlineData("", null)]
    [InlineData("!!!", null)]
    [InlineData("Somebody", null)]
    public void CitedName_FindsItsOutlet(string name, string? outlet) => Assert.Equal(outlet, Catalog.Named(name)?.Id);
}
