using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>reprocess: reads what was captured before with the deals and rules of today. Stopped at any time, the next run goes on.</summary>
internal static class ReprocessCommand
{
    private static readonly Option<string?> Deal = new("--deal") { Description = "Only items that may concern this deal", HelpName = "DEAL" };
    private static readonly Option<string?> Feed = new("--feed") { Description = "Only items of this feed", HelpName = "ID" };
    private static readonly Option<Moment?> Since = Moment.Option("--since", "Only items published, or first seen, from then on");
    private static readonly Option<bool> Again = new("--again") { Description = "Also items that were read with the deals and rules in force" };

    public static Command Create() => new Verb("reprocess", "Read what was captured before with the deals and rules of today; fetches nothing, alerts nobody",
        "reprocess", "reprocess --deal korea-us-350b", "reprocess --since 90d --again")
    {
        Deal, Feed, Since, Again, GlobalOptions.Json,
    }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var scope = new ReprocessScope(parsed.GetValue(Deal), parsed.GetValue(Feed), parsed.GetValue(Since)?.From(session.Clock.GetUtcNow()));
        if (scope.DealId is { } deal && session.Catalog.Deal(deal) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(deal));
        }

        if (scope.Feed is { } feed && await new FeedStore(session.Database).FindAsync(feed, ct) is null)
        {
            return terminal.NotFound($"There is no feed \"{feed}\".");
        }

        await using var services = new ServiceCollection()
            .AddNewsWatcher(session.Paths, HostSettings.Read(session.Paths), session.Database, LogLevel.Error).BuildServiceProvider();
        HostSetup.Check(services);
        var (store, catalog) = (services.GetRequiredService<ReprocessStore>(), await CompiledCatalog.LoadAsync(
            services.GetRequiredService<CatalogStore>(), services.GetRequiredService<BasisStore>(), session.Clock.GetUtcNow(), ct));
        if (parsed.GetValue(Again))
        {
            await store.RequeueAsync(scope, ct);
        }

        var progress = Console.IsErrorRedirected ? null : new ReprocessProgress(Console.Error, session.Clock);
        var tally = await services.GetRequiredService<ReprocessPass>().RunAsync(catalog, scope, int.MaxValue, progress, ct, ct);
        progress?.Clear();
        var placed = await PlaceAsync(session, services, catalog, ct);
        Tell(terminal, parsed.GetValue(GlobalOptions.Json), tally, placed, await store.CountAsync(catalog.Basis, ct));
        return ExitCodes.Done;
    }

    // Placing is one serial step: beside a running daemon it is the daemon's. Null then.
    private static async Task<int?> PlaceAsync(Session session, IServiceProvider services, CompiledCatalog catalog, CancellationToken ct)
    {
        using var idle = InstanceLock.TryTake(session.Paths.Data);
        return idle is null ? null : await services.GetRequiredService<PlacingPass>().RunAsync(catalog, moved: null, ct, ct);
    }

    private static void Tell(Terminal terminal, bool json, ReprocessTally tally, int? placed, long left)
    {
        if (json)
        {
            terminal.Json(new JsonObject
            {
                ["items"] = tally.Items, ["claims"] = new JsonObject { ["added"] = tally.Added, ["ended"] = tally.Ended }, ["moved"] = tally.Moved, ["placed"] = placed, ["failed"] = tally.Failed, ["left"] = left,
            });
            return;
        }

        terminal.Line(string.Create(CultureInfo.InvariantCulture,
            $"{tally.Items:N0} items read again: {tally.Added:N0} facts are new, {tally.Ended:N0} are no longer read, {tally.Moved:N0} items have other deals{(tally.Failed > 0 ? $", {tally.Failed:N0} failed and stay as they were" : "")}."));
        if (placed is null && tally.Moved > 0)
        {
            terminal.Line("The daemon places them at its next tick.");
        }

        if (left > 0)
        {
            terminal.Line(string.Create(CultureInfo.InvariantCulture, $"{left:N0} others were read with earlier deals or rules: a daemon reads them again by itself, or newswatcher reprocess."));
        }
    }
}
