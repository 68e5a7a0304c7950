using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class EntryKeyTests
{
    [Fact]
    public void IdBeatsLink_LinkBeatsHash()
    {
        var byLink = false;
        var keys = EntryKey.Of([new Entry { Id = "g", Link = "https://x.example/a" }, new Entry { Link = "http://www.x.example/b/?utm_source=y" }, new Entry { Title = "t" }], ref byLink);

        Assert.Equal(["id:g", "link:x.example/b"], keys.Take(2));
        Assert.StartsWith("hash:sha256:", keys[2], StringComparison.Ordinal);
        Assert.False(byLink);
    }

    [Fact]
    public void OneIdForSeveralEntries_SwitchesTheFeedToLinks()
    {
        var byLink = false;
        var keys = EntryKey.Of([new Entry { Id = "same", Link = "https://x.example/a" }, new Entry { Id = "same", Link = "https://x.example/b" }], ref byLink);

        Assert.True(byLink);
        Assert.Equal(["link:x.example/a", "link:x.example/b"], keys);
    }

    [Fact]
    public void TheSameEntryTwice_IsNoReasonToDistrustIds()
    {
        var byLink = false;
        var entry = new Entry { Id = "g", Link = "https://x.example/a", Title = "t" };

        Assert.Equal(["id:g", "id:g"], EntryKey.Of([entry, entry], ref byLink));
        Assert.False(byLink);
    }
}
