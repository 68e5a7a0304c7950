using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class FeedIdentityTests
{
    private static readonly FeedIdentity Known = new("The Harbour Post", "harbour.example", null);

    [Theory]
    [InlineData("Cheap Watches", "watches.example", 10, 1, true)]
    [InlineData("Cheap Watches", "watches.example", 10, 2, false)]
    [InlineData("Cheap Watches", "harbour.example", 10, 0, false)]
    [InlineData("the harbour post ", "watches.example", 10, 0, false)]
    [InlineData(null, null, 1, 0, true)]
    [InlineData("Cheap Watches", "watches.example", 0, 0, false)]
    public void AnotherPublisher_IsOneWhoseTitleAndSiteAndEntriesAreAllOthers(string? title, string? site, int entries, int known, bool isAnother) =>
        Assert.Equal(isAnother, Known.IsAnother(new(title, site, null), entries, known));

    [Theory]
    [InlineData(null, "harbour.example")]
    [InlineData("The Harbour Post", null)]
    public void FeedOfWhichTooLittleIsKnown_IsBelieved(string? title, string? site) =>
        Assert.False(new FeedIdentity(title, site, null).IsAnother(new("Cheap Watches", "watches.example", null), 10, 0));

    [Theory]
    [InlineData("https://www.harbour.example/news", "harbour.example")]
    [InlineData(null, "quay.example")]
    [InlineData("not an address", "quay.example")]
    public void Site_IsTheNamedOneElseThatOfMostEntries(string? link, string site)
    {
        string[] links = ["https://quay.example/1", "https://other.example/2", "https://www.quay.example/3"];
        var document = new FeedRead.Document("t", link, [.. links.Select(l => new Entry { Link = l })], null, null);

        Assert.Equal(site, FeedIdentity.Of(document).Site);
    }
}
