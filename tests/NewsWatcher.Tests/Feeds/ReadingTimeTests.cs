using System.Text;
using NewsWatcher.Feeds;

namespace NewsWatcher.Tests.Feeds;

public sealed class ReadingTimeTests
{
    private static readonly string Items = string.Concat(Enumerable.Repeat("<item><title>A</title></item>", 1_000));

    public static TheoryData<string> Feeds =>
    [
        $"<rss version='2.0'><channel><title>T</title>{Items}</channel></rss>",
        $"<rss><channel><title>T & T</title>{Items}",
        $$"""{"version": "https://jsonfeed.org/version/1.1", "items": [{{string.Join(',', Enumerable.Repeat("{\"id\": \"a\"}", 1_000))}}]}""",
    ];

    [Theory]
    [MemberData(nameof(Feeds))]
    public void BodyThatTakesTooLong_IsLeftWithAReason(string body)
    {
        var used = TimeSpan.Zero;

        var read = FeedReader.Read(Encoding.UTF8.GetBytes(body), null, null, new(() => used += TimeSpan.FromSeconds(1)));

        Assert.Contains("5 s of processor time", Assert.IsType<FeedRead.NotAFeed>(read).Reason, StringComparison.Ordinal);
        // It was left, and not read to its end.
        Assert.InRange(used.TotalSeconds, 5, 10);
    }

    [Theory]
    [MemberData(nameof(Feeds))]
    public void BodyThatDoesNot_IsRead(string body) =>
        Assert.Equal(1_000, Assert.IsType<FeedRead.Document>(FeedReader.Read(Encoding.UTF8.GetBytes(body), null, null, new(() => TimeSpan.FromHours(1)))).Entries.Count);

    [Fact]
    public void TimeThatIsSpent_StaysSo()
    {
        var used = TimeSpan.Zero;
        var time = new ReadingTime(() => used);
        Assert.False(time.IsSpent());
        used = TimeSpan.FromSeconds(6);

        Assert.Contains(true, Enumerable.Range(0, 100).Select(_ => time.IsSpent()));
        used = TimeSpan.Zero;
        Assert.True(time.IsSpent());
    }

    [Fact]
    public void ThreadTime_NeverGoesBack()
    {
        var times = Enumerable.Range(0, 1_000).Select(_ => ThreadTime.Used()).ToList();

        Assert.Equal(times.Order(), times);
    }
}
