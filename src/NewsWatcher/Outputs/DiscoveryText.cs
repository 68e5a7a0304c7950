using System.Globalization;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Outputs;

/// <summary>What discovery found, in words for people.</summary>
internal static class DiscoveryText
{
    private const double DaysOfMonth = 30.4;

    private static readonly TimeSpan Asleep = TimeSpan.FromDays(120);

    public static string Of(FeedKind kind) => kind switch
    {
        FeedKind.Rss => "RSS",
        FeedKind.Atom => "Atom",
        FeedKind.JsonFeed => "JSON Feed",
        _ => "news sitemap",
    };

    public static string Of(FeedSign sign) => sign switch
    {
        FeedSign.Asked => "the address itself",
        FeedSign.Header => "named by the server",
        FeedSign.LinkElement => "named by the page",
        FeedSign.PageLink => "linked from the page",
        FeedSign.Robots => "named by robots.txt",
        FeedSign.FrontPage => "the front page",
        _ => "a common place",
    };

    /// <summary>"about 12 a day"; "" when it cannot be told.</summary>
    public static string Of(Cadence cadence, DateTimeOffset now) => cadence switch
    {
        { Newest: { } newest } when now - newest > Asleep => "seems asleep",
        { PerDay: >= 1 and var daily } => $"about {Round(daily)} a day",
        { PerDay: >= 1 / 7.0 and var daily } => $"about {Round(7 * daily)} a week",
        { PerDay: >= 1 / DaysOfMonth and var daily } => $"about {Round(DaysOfMonth * daily)} a month",
        { PerDay: not null } => "less than once a month",
        _ => "",
    };

    /// <summary>"RSS, 20 entries, newest 2026-02-17 09:00, en, about 3 a day, named by the page".</summary>
    public static string Of(FoundFeed feed, DateTimeOffset now) => string.Join(", ", new[]
    {
        Of(feed.Kind), feed.Entries == 0 ? "no entries now" : feed.Entries == 1 ? "1 entry" : $"{feed.Entries.ToString("#,0", CultureInfo.InvariantCulture)} entries",
        feed.Cadence.Newest is { } newest ? $"newest {UtcText.Minute(newest)}" : "", feed.Language ?? "", Of(feed.Cadence, now), Of(feed.Sign), feed.IsOfComments ? "of readers' comments" : "",
    }.Where(t => t.Length > 0));

    private static string Round(double count) => Math.Max(1, Math.Round(count)).ToString("#,0", CultureInfo.InvariantCulture);
}
