using CsCheck;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Watching;

/// <summary>Whatever a feed does to ids, dates, order and texts of its entries: no story comes twice, and none is lost.</summary>
public sealed class FeedStatesTests
{
    private const int Stories = 8;

    private static readonly Gen<State> States = Gen.Select(Gen.Int[0, 4], Gen.Int[0, Stories - 2], Gen.Int[2, Stories], Gen.Int[0, 3], Gen.Int[-400, 400], Gen.Bool, (ids, first, count, edited, days, reversed) =>
        new State(ids, first, Math.Min(count, Stories - first), edited, days, reversed));

    [Fact]
    public async Task AnySequenceOfStates_NeitherFloodsNorSwallows() => await States.Array[2, 7].SampleAsync(async states =>
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        var seen = new HashSet<int>();
        foreach (var state in states)
        {
            folder.Write("f.xml", Rss(state));
            seen.UnionWith(state.Shown);
            await folder.PollAsync();
            folder.Clock.Advance(TimeSpan.FromHours(2));
        }

        var items = await folder.ItemsAsync();
        Assert.Equal(seen.Select(Link).Order(StringComparer.Ordinal), items.Select(i => i.Item.Url).Order(StringComparer.Ordinal));
    }, iter: 15, threads: 1);

    [Fact]
    public async Task EditedHeadlineThatThenGetsANewId_IsStillOneStory()
    {
        await using var folder = new WatchedFolder();
        folder.Configure("f", "\"language\": \"en\"");
        foreach (var (id, title) in new[] { ("a", "The plant is planned"), ("a", "The plant is approved"), ("b", "The plant is approved"), ("c", "The plant is approved") })
        {
            folder.Write("f.xml", $"<rss version='2.0'><channel><title>f</title><item><guid>{id}</guid><title>{title}</title><link>https://news.example/plant</link></item></channel></rss>");
            await folder.PollAsync();
            folder.Clock.Advance(TimeSpan.FromHours(2));
        }

        Assert.Equal(2, Assert.Single(await folder.ItemsAsync()).Item.Versions);
    }

    private static string Link(int story) => $"https://news.example/{story}";

    private static string Rss(State state) => $"""
        <rss version="2.0"><channel><title>f</title>
        {string.Concat(state.Shown.Select(story => $"<item>{state.Id(story)}<title>What happened at place {story}</title><link>{Link(story)}?utm_source=rss</link><description>Told for the {state.Edited}. time.</description><pubDate>{state.Date(story):r}</pubDate></item>"))}
        </channel></rss>
        """;

    /// <param name="Ids">0: ids that stay; 1 and 2: other ids; 3: none; 4: one for all.</param>
    private sealed record State(int Ids, int First, int Count, int Edited, int Days, bool Reversed)
    {
        public IEnumerable<int> Shown => Reversed ? Enumerable.Range(First, Count).Reverse() : Enumerable.Range(First, Count);

        public string Id(int story) => Ids switch
        {
            3 => "",
            4 => "<guid isPermaLink='false'>one-for-all</guid>",
            _ => $"<guid isPermaLink='false'>{Ids}-{story}</guid>",
        };

        public DateTimeOffset Date(int story) => new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero).AddDays(Days + story);
    }
}
