using System.CommandLine;
using NewsWatcher.Configuration;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>deals remove: stops following an added deal, or takes back the edits of a configured one. What was captured stays.</summary>
internal static class DealsRemoveCommand
{
    private static readonly Argument<string> Id = DealsCommand.Id;

    public static Command Create() => new Verb("remove", "Stop following a deal that was added here, or undo edits of a configured one; what was captured stays", "deals remove korea-ports") { Id }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (id, store) = (parsed.GetRequiredValue(Id), new CatalogStore(session.Database));
        if (session.Catalog.Deal(id) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(id));
        }

        if (!await store.RemoveDealAsync(id, ct))
        {
            return terminal.Refuse($"\"{id}\" comes from {Path.Combine(session.Paths.Config, "deals.json")}: delete it there.", ExitCodes.Usage);
        }

        var isConfigured = await RestoreConfiguredAsync(session, id, ct);
        terminal.Line(isConfigured ? $"The edits of {id} are undone: deals.json says again what it is." : $"{id} is followed no more. What was captured for it stays.");
        return ExitCodes.Done;
    }

    // The files that are in force may name the deal: an edit only stood in front of them.
    private static async Task<bool> RestoreConfiguredAsync(Session session, string id, CancellationToken ct)
    {
        var (store, rules, problems) = (new CatalogStore(session.Database), HostSettings.Read(session.Paths).FeedRules, new List<ConfigProblem>());
        var stamp = ConfigFolder.Stamp(session.Paths.Config, rules);
        if (!string.Equals(await store.StampAsync(ct), stamp, StringComparison.Ordinal))
        {
            return false;
        }

        var files = await ConfigFolder.ReadAsync(session.Paths.Config, rules, problems, ct);
        if (problems.Count > 0 || files.Deals.All(d => d.Id != id))
        {
            return false;
        }

        await store.SyncAsync(files.Feeds, files.Outlets, files.Deals, stamp, session.Clock.GetUtcNow(), ct);
        return true;
    }
}
