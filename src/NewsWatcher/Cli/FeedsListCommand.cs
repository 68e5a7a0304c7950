using System.CommandLine;
using System.Globalization;
using NewsWatcher.Outputs;
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
            terminal.Table(["Feed", "Last outcome", "Reason", "Last poll", "Next due", "Items"], feeds.Select(Row));
        }

        return ExitCodes.Done;
    }

    private static string?[] Row(StoredFeed feed) =>
    [
        feed.Feed.Id,
        feed.Outcome is { } outcome ? OutcomeWords.Of(outcome) : "never polled",
        feed.Reason,
        UtcText.Minute(feed.LastAttemptAt),
        Due(feed),
        feed.Items.ToString(CultureInfo.InvariantCulture),
    ];

    private static string Due(StoredFeed feed) => feed switch
    {
        { Active: false } => "off",
        { GoneAt: not null } => "gone",
        { MutedAt: not null } => "muted",
        { LastAttemptAt: null } => "now",
        _ => UtcText.Minute(feed.NotBeforeAt > feed.NextPollAt ? feed.NotBeforeAt : feed.NextPollAt),
    };
}
