using System.CommandLine;
using NewsWatcher.Hosting;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>poll: feeds and articles once, by hand, with a summary that names every feed that failed.</summary>
internal static class PollCommand
{
    private static readonly Option<bool> All = new("--all") { Description = "Poll every feed, whether due or not" };

    private static readonly Option<string?> Feed = new("--feed") { Description = "Poll this feed alone, whether due or not", HelpName = "ID" };

    private static readonly Option<bool> NoArticles = new("--no-articles") { Description = "Fetch no article pages; they stay due" };

    private static readonly Option<bool> Recheck = new("--recheck") { Description = "Read the articles of the last 14 days again" };

    public static Command Create()
    {
        var command = new Command("poll", "Poll feeds and read articles once: those that are due, unless told otherwise")
        {
            All, Feed, NoArticles, Recheck, GlobalOptions.Json,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (paths, output) = (GlobalOptions.Paths(parsed), parsed.InvocationConfiguration.Output);
        var settings = HostSettings.Read(paths);
        using var data = await HeldData.TakeAsync(paths, startsAnew: false, TimeProvider.System, ct);
        // The summary tells of every failure and problem; the log only of faults.
        await using var services = new ServiceCollection().AddNewsWatcher(paths, settings, data.Database, LogLevel.Error)
            .AddLogging(logs => logs.AddFilter(typeof(CurrentCatalog).FullName, LogLevel.None)).BuildServiceProvider();
        HostSetup.Check(services);
        await HostSetup.BeginAsync(services, ct);
        await PassSummary.ProblemsAsync(services.GetRequiredService<CurrentCatalog>().Problems, parsed.InvocationConfiguration.Error, ct);
        var progress = Console.IsErrorRedirected ? null : new PollProgress(Console.Error);
        var report = await services.GetRequiredService<Watch>().PollAsync(Request(parsed), progress, ct);
        progress?.Clear();
        if (report is null)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no feed \"{parsed.GetValue(Feed)}\".".AsMemory(), ct);
            return ExitCodes.NotFound;
        }

        await output.WriteLineAsync((parsed.GetValue(GlobalOptions.Json) ? PassSummary.Json(report) : PassSummary.Text(report)).AsMemory(), ct);
        return ExitCodes.Done;
    }

    private static PollRequest Request(ParseResult parsed) => new()
    {
        All = parsed.GetValue(All), FeedId = parsed.GetValue(Feed), ReadsArticles = !parsed.GetValue(NoArticles), Rechecks = parsed.GetValue(Recheck),
    };
}
