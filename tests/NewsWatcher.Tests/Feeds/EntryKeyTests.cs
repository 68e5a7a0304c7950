using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class EntryKeyTests
{
    [Fact]
    public void IdBeatsLink_LinkBeatsHash()
    {
        var (byLink, byTitle) = (false, false);
        var keys = EntryKey.Of([new Entry { Id = "g", Link = "https://x.example/a" }, new Entry { Link = "http://www.x.example/b/?utm_source=y" }, new Entry { Title = "t" }], ref byLink, ref byTitle);

        Assert.Equal(["id:g", "link:x.example/b"], keys.Take(2));
        Assert.StartsWith("hash:sha256:", keys[2], StringComparison.Ordinal);
        Assert.False(byLink || byTitle);
    }

    [Fact]
    public void OneIdForSeveralEntries_SwitchesTheFeedToLinks()
    {
        var (byLink, byTitle) = (false, false);
        var keys = EntryKey.Of([new Entry { Id = "same", Link = "https://x.example/a" }, new Entry { Id = "same", Link = "https://x.example/b" }], ref byLink, ref byTitle);

        Assert.True(byLink);
        Assert.Equal(["link:x.example/a", "link:x.example/b"], keys);
    }

    [Fact]
    public void TheSameEntryTwice_IsNoReasonToDistrustIds()
    {
        var (byLink, byTitle) = (false, false);
        var entry = new Entry { Id = "g", Link = "https://x.example/a", Title = "t" };

        Assert.Equal(["id:g", "id:g"], EntryKey.Of([entry, entry], ref byLink, ref byTitle));
        Assert.False(byLink || byTitle);
    }

    [Theory]
    [InlineData("One story", "Another story", true)]
    [InlineData("One story", "ONE  story!", false)]
    public void OneLinkWithSeveralTitles_SwitchesTheFeedToBoth(string one, string other, bool isByTitle)
    {
        var (byLink, byTitle) = (false, false);
        var keys = EntryKey.Of([new Entry { Title = one, Link = "https://x.example/a#1" }, new Entry { Title = other, Link = "https://x.example/a#2" }], ref byLink, ref byTitle);

        Assert.Equal((false, isByTitle, isByTitle ? 2 : 1), (byLink, byTitle, keys.Distinct(StringComparer.Ordinal).Count()));
    }
}
