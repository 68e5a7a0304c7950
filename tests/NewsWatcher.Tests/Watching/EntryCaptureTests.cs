using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class EntryCaptureTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly Outlet Times = new() { Id = "times", Name = "The Times of Example", Family = "times", Hosts = ["times.example"], Tier = OutletTier.Major, Language = "en" };
    private static readonly Outlet Collector = new() { Id = "collector", Name = "Collector", Family = "collector", Tier = OutletTier.Aggregator };

    [Theory]
    [InlineData("2026-03-20T08:00:00Z", true)]
    [InlineData("2026-03-21T08:00:00Z", true)]
    [InlineData("2026-03-22T08:00:00Z", false)]
    [InlineData("1989-12-31T00:00:00Z", false)]
    [InlineData("0001-01-01T00:00:00Z", false)]
    [InlineData("9999-12-31T00:00:00Z", false)]
    public void Date_IsKeptOnlyWhenNewsCanHaveIt(string date, bool isKept)
    {
        var entry = Assert.Single(Capture([Entry("a") with { Published = DateTimeOffset.Parse(date, System.Globalization.CultureInfo.InvariantCulture) }]));

        Assert.Equal(isKept, entry.Entry.Published is not null);
    }

    [Fact]
    public void EndlessFields_AreCut()
    {
        var huge = new string('x', 700_000);
        var entry = Assert.Single(Capture([new Entry
        {
            Id = huge, Title = huge, Summary = huge, Content = huge, Author = huge, Link = "https://times.example/" + huge, Categories = [.. Enumerable.Repeat("c", 500)],
        }]));

        Assert.Equal((1_024, 512, 64), (entry.Entry.Title.Length, entry.Entry.Author!.Length, entry.Entry.Categories.Count)); // given above
        Assert.True(entry.Key.Length < 100 && entry.Entry.Link is null && entry.Entry.Content!.Length == 512 * 1_024 && !entry.ReadsPage);
    }

    [Fact]
    public void RepeatedIds_MakeTheFeedKnownByItsLinks()
    {
        var (entries, byLink, _, _, _, _) = Capture(Feed(), [Entry("a") with { Id = "same" }, Entry("b") with { Id = "same" }]);

        Assert.True(byLink);
        Assert.Equal(["link:times.example/a", "link:times.example/b"], entries.Select(e => e.Key));
    }

    [Fact]
    public void FeedOnceFoundToRepeatIds_StaysKnownByItsLinks() =>
        Assert.Equal("link:times.example/a", Assert.Single(Capture(Feed() with { ByLink = true }, [Entry("a")]).Entries).Key);

    [Fact]
    public void OneEntryTwice_IsTakenOnce() => Assert.Single(Capture([Entry("a"), Entry("a")]));

    [Theory]
    [InlineData("https://www.times.example/a?utm_source=rss", "times.example/a")]
    [InlineData("http://times.example/a/", "times.example/a")]
    [InlineData("/relative/a", "/relative/a")]
    [InlineData(null, "the-id")]
    public void Link_IsOneIdentityHoweverItIsWritten(string? link, string identity) =>
        Assert.Equal(identity, Assert.Single(Capture([Entry("a") with { Id = "the-id", Link = link }])).CanonicalUrl);

    [Theory]
    [InlineData("Home")]
    [InlineData("")]
    public void OddLinkWithATitleThatTellsNothing_IsOfItsFeedAlone(string title) =>
        Assert.StartsWith("f ", Assert.Single(Capture([Entry("a") with { Title = title, Link = "/" }])).CanonicalUrl, StringComparison.Ordinal);

    [Theory]
    [InlineData("A Plant Is Announced!", "aplantisannounced")]
    [InlineData("Ａ　ｐｌａｎｔ　is announced", "aplantisannounced")]
    [InlineData("日米が合意、５５００億ドル", "日米が合意5500億ドル")]
    [InlineData("half \ud83d a pair", "halfapair")]
    public void Title_IsFolded(string title, string folded) => Assert.Equal(folded, ItemIdentity.FoldedTitle(title));

    [Theory]
    [InlineData(null, null, null, "times")]
    [InlineData("collector", "The Times of Example", null, "times")]
    [InlineData("collector", "Nobody knows", "https://other.example/feed", "other.example")]
    [InlineData("collector", null, null, "collector")]
    [InlineData("times", "Collector", null, "times")]
    public void Outlet_IsTheTruePublisher(string? outlet, string? source, string? sourceUrl, string expected)
    {
        var entry = Entry("a") with { SourceName = source, SourceUrl = sourceUrl };

        Assert.Equal(expected, Assert.Single(Capture(Feed(outlet), [entry]).Entries).OutletId);
    }

    [Theory]
    [InlineData("https://shared.example/one/rss", "https://shared.example/one/a", "f")]
    [InlineData("https://SHARED.example/one/rss", null, "f")]
    [InlineData("https://shared.example/one/rss", "https://www.paper.example/a", "paper.example")]
    [InlineData("https://times.example/rss", null, "times")]
    [InlineData(null, null, "f")]
    [InlineData(null, "https://www.paper.example/a", "paper.example")]
    public void OutletThatNobodyClassified_IsTheFeedOnItsOwnHost(string? feed, string? link, string expected)
    {
        var polled = Feed() with { Feed = new Feed { Id = "f", Name = "F", Url = feed is null ? null : new Uri(feed) } };

        Assert.Equal(expected, Assert.Single(Capture(polled, [Entry("a") with { Link = link }]).Entries).OutletId);
    }

    [Fact]
    public void FeedThatTakesThePublishersId_GetsNoneOfItsStanding()
    {
        var polled = Feed() with { Feed = new Feed { Id = "times", Name = "Not the Times", Url = new Uri("https://shared.example/rss") } };

        Assert.Equal("shared.example", Assert.Single(Capture(polled, [Entry("a") with { Link = "https://shared.example/a" }]).Entries).OutletId);
    }

    [Fact]
    public void ReaderCountingPictureOrNewDate_IsNoEdit()
    {
        var one = Entry("a") with { Summary = "<p>Text</p><img src='https://count.example/1'>", Published = Now };
        var two = Entry("a") with { Summary = "<p>Text</p><img src='https://count.example/2'>", Published = Now.AddHours(-1) };

        Assert.Equal(Assert.Single(Capture([one])).Hash, Assert.Single(Capture([two])).Hash);
        Assert.NotEqual(Assert.Single(Capture([one])).Hash, Assert.Single(Capture([two with { Summary = "Other text" }])).Hash);
    }

    private static Entry Entry(string slug) => new() { Id = slug, Title = "A plant is announced", Link = $"https://times.example/{slug}", Published = Now };

    private static StoredFeed Feed(string? outlet = null) =>
        new() { Id = 1, FromFile = true, Feed = new Feed { Id = "f", Name = "F", Url = new("https://f.example/rss"), OutletId = outlet } };

    private static IReadOnlyList<CapturedEntry> Capture(IReadOnlyList<Entry> entries) => Capture(Feed(), entries).Entries;

    private static (IReadOnlyList<CapturedEntry> Entries, bool ByLink, bool ByTitle, int Repeated, int Misdated, int Left) Capture(StoredFeed feed, IReadOnlyList<Entry> entries) =>
        new EntryCapture(feed, new CompiledCatalog(new Catalog([Times, Collector], []), basis: 0), Now).Of(entries);
}
