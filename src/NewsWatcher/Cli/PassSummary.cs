using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Configuration;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What a poll did, for people and for programs.</summary>
internal static class PassSummary
{
    public static string Text(PassReport report)
    {
        var text = new StringBuilder();
        var (read, same, failed) = (report.Feeds.Count(f => f.IsFine && f.Outcome != OutcomeClass.NotModified), report.Feeds.Count(f => f.Outcome == OutcomeClass.NotModified), report.Failed.ToList());
        Add(text, $"{report.Feeds.Count} feeds polled: {read} read, {same} unchanged, {failed.Count} failed. {report.Added} new items, {report.Changed} edited entries.");
        var r = report.Readings;
        Add(text, $"Articles: {r.Read} read, {r.Headlines} as their feeds carry them, {r.Unreadable} refused or unreadable, {r.Postponed} to be tried again, {r.Failed} failed; {r.Versions} new versions of pages.");
        if (report.IsNetworkDown)
        {
            Add(text, $"The network seems to be down: nothing was charged to the feeds, they are asked again in two minutes.");
        }

        if (report.IsStorageLow)
        {
            Add(text, $"The disk is nearly full: what was left out stays due until at least 200 MiB are free.");
        }

        foreach (var feed in failed)
        {
            Add(text, $"  failed  {feed.Feed.Id}  {OutcomeWords.Of(feed.Outcome)}: {feed.Reason}");
        }

        foreach (var feed in report.Feeds.Where(f => f.IsFine && f.Reason is not null))
        {
            Add(text, $"  note    {feed.Feed.Id}: {feed.Reason}");
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>{"feeds":[{"id","outcome","reason","entries","added","changed"}],"added","changed","readings":{…},"placed","networkDown","storageLow"}.</summary>
    public static string Json(PassReport report) => new JsonObject
    {
        ["feeds"] = new JsonArray([.. report.Feeds.Select(f => new JsonObject
        {
            ["id"] = f.Feed.Id,
            ["outcome"] = OutcomeWords.Of(f.Outcome),
            ["reason"] = f.Reason,
            ["entries"] = f.Tally.Entries,
            ["added"] = f.Tally.Added,
            ["changed"] = f.Tally.Changed,
        })]),
        ["added"] = report.Added,
        ["changed"] = report.Changed,
        ["readings"] = JsonSerializer.SerializeToNode(report.Readings, JsonShapes.Lines),
        ["placed"] = report.Placed,
        ["networkDown"] = report.IsNetworkDown,
        ["storageLow"] = report.IsStorageLow,
    }.ToJsonString(JsonShapes.Indented);

    /// <summary>Tells that the files as they are now are not in force.</summary>
    public static async Task ProblemsAsync(IReadOnlyList<ConfigProblem> problems, TextWriter error, CancellationToken ct)
    {
        foreach (var problem in problems)
        {
            await error.WriteLineAsync($"{problem} (the last good configuration stays in force)".AsMemory(), ct);
        }
    }

    // Reasons quote what servers say.
    private static void Add(StringBuilder text, FormattableString line) =>
        text.AppendLine(LineFormatter.Escaped(line.ToString(CultureInfo.InvariantCulture), 1_024));
}
