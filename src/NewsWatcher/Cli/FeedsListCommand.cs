using System.CommandLine;
using System.Globalization;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Outputs;
using NewsWatcher.Review;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds list: every feed with how its last poll ended, why, and when it is due again.</summary>
internal static class FeedsListCommand
{
    public static Command Create() => new Verb("list", "List the feeds with their last outcome", "feeds list", "feeds list --json")
    {
        GlobalOptions.Json,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var feeds = await new FeedStore(session.Database).ListAsync(ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(feeds.Select(FeedShape.Of)));
        }
        else if (feeds.Count == 0)
        {
            terminal.Line("No feeds yet. Add one: newswatcher feeds add URL");
        }
        else
        {
            foreach (var feed in feeds.Where(f => f is { Active: true, Feed.Tls: TlsPolicy.Unverified }))
            {
                terminal.Warn($"{feed.Feed.Id}: {FeedHealth.Unverified}");
            }

            Tell(feeds, terminal, session.Clock.GetUtcNow());
        }

        return ExitCodes.Done;
    }

    private static void Tell(IReadOnlyList<StoredFeed> feeds, Terminal terminal, DateTimeOffset now)
    {
        if (terminal.IsNarrow)
        {
            foreach (var feed in feeds)
            {
                terminal.Line($"{feed.Feed.Id}: {Outcome(feed)}, {(Due(feed, now) is { Length: > 0 } due && char.IsAsciiDigit(due[0]) ? $"due {due}" : Due(feed, now))}, {feed.Items} items");
            }
        }
        else
        {
            terminal.Table(["Feed", "Last outcome", "Last poll", "Next due", "Items"], feeds.Select(f => Row(f, now)));
        }

        foreach (var feed in feeds.Where(f => f is { Active: true, MutedAt: null, Reason.Length: > 0 } && (f.Errors > 0 || f.Outcome == OutcomeClass.RateLimited || f.IdentityChangedAt is not null)))
        {
            terminal.Line($"{feed.Feed.Id}: {feed.Reason}", indent: 2);
        }

        terminal.Line($"{FeedListView.Health(feeds)}. How one is doing: newswatcher feeds check ID");
    }

    private static string?[] Row(StoredFeed feed, DateTimeOffset now) =>
    [
        feed.Feed.Id,
        Outcome(feed),
        UtcText.Short(feed.LastAttemptAt, now),
        Due(feed, now),
        feed.Items.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Outcome(StoredFeed feed) =>
        feed.Outcome is not { } outcome ? "never polled" : feed.IdentityChangedAt is not null ? "changed" : feed.Errors > 1 ? $"{OutcomeWords.Of(outcome)} ({feed.Errors})" : OutcomeWords.Of(outcome);

    private static string Due(StoredFeed feed, DateTimeOffset now) => feed switch
    {
        { Active: false } => "off",
        { GoneAt: not null } => "gone",
        { MutedAt: not null } => "muted",
        { LastAttemptAt: null } => "now",
        _ when feed.NextPollAt <= now && !(feed.NotBeforeAt > now) => "now",
        _ => UtcText.Short(feed.NotBeforeAt > feed.NextPollAt ? feed.NotBeforeAt : feed.NextPollAt, now),
    };
}
