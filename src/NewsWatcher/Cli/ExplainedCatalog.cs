using NewsWatcher.Configuration;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What is followed, found without writing: in the database where there is one, else in the files.</summary>
internal static class ExplainedCatalog
{
    public static async Task<Catalog> ReadAsync(AppPaths paths, Terminal terminal, CancellationToken ct)
    {
        if (File.Exists(paths.DatabaseFile))
        {
            using var database = new Database(paths.DatabaseFile);
            if (await new CatalogStore(database).LoadAsync(ct) is { Deals.Count: > 0 } stored)
            {
                return stored;
            }
        }

        var problems = new List<ConfigProblem>();
        var files = await ConfigFolder.ReadAsync(paths.Config, HostSettings.Read(paths).FeedRules, problems, ct);
        problems.ForEach(p => terminal.Warn(p.ToString()));
        return new(files.Outlets, files.Deals);
    }
}
