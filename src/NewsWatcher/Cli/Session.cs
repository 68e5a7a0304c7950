using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatcher.Configuration;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What a verb works with: the folders, the database and the configuration, beside a running daemon or without one.</summary>
internal sealed class Session : IDisposable
{
    private Session(AppPaths paths, Database database, TimeProvider clock) => (Paths, Database, Clock) = (paths, database, clock);

    public AppPaths Paths { get; }

    public Database Database { get; }

    public TimeProvider Clock { get; }

    public Catalog Catalog { get; private set; } = Catalog.Empty;

    /// <summary>Problems of the configuration files; the last good state is used then.</summary>
    public IReadOnlyList<ConfigProblem> Problems { get; private set; } = [];

    /// <summary>Opens what a verb needs. A verb that only reads shows the demo's state while there is no live one.</summary>
    public static async Task<Session> OpenAsync(ParseResult parsed, bool reads, CancellationToken ct)
    {
        var asked = GlobalOptions.Paths(parsed);
        var paths = reads ? asked.OrDemo() : asked;
        if (paths != asked)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("No live data yet: this is the DEMO's.".AsMemory(), ct);
        }

        var database = await DataFolder.OpenAsync(paths, check: false, ct);
        var settings = HostSettings.Read(paths);
        var session = new Session(paths, database, settings.DemoNow is { } at ? new StoryClock(at) : TimeProvider.System);
        await session.RefreshAsync(settings, reads, ct);
        return session;
    }

    public void Dispose() => Database.Dispose();

    // A running daemon takes up changed files itself; a verb beside it must not put another folder's files in force.
    // One that only reads takes them up before anybody did, so that there is something to show.
    private async Task RefreshAsync(HostSettings settings, bool reads, CancellationToken ct)
    {
        var store = new CatalogStore(Database);
        if (!reads || await store.StampAsync(ct) is null)
        {
            using var idle = InstanceLock.TryTake(Paths.Data);
            if (idle is not null)
            {
                var current = new CurrentCatalog(store, Paths.Config, settings.FeedRules, Clock, NullLogger<CurrentCatalog>.Instance);
                await current.RefreshAsync(ct);
                Problems = current.Problems;
            }
        }

        Catalog = await store.LoadAsync(ct);
    }
}
