using Microsoft.Extensions.Logging;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Watching;

/// <summary>The configuration in force. A change of the files is taken up when it is sound; a bad one is reported and the last good one stays.</summary>
public sealed partial class CurrentCatalog(CatalogStore store, string folder, FeedRules rules, TimeProvider clock, ILogger<CurrentCatalog> log)
{
    // Of the files that were taken up or refused last.
    private string? _stamp;

    // Of what was loaded last.
    private string? _version;

    public Catalog Catalog { get; private set; } = Catalog.Empty;

    /// <summary>Problems of the files as they are now; empty when they are in force.</summary>
    public IReadOnlyList<ConfigProblem> Problems { get; private set; } = [];

    /// <summary>Reads the files when they changed, and what people added in any case.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        var stamp = ConfigFolder.Stamp(folder, rules);
        _stamp ??= await store.StampAsync(ct);
        if (!string.Equals(stamp, _stamp, StringComparison.Ordinal))
        {
            // Without an earlier state there is nothing to go on with, and whoever starts the program tells that.
            var hasEarlier = _stamp is not null;
            var problems = new List<ConfigProblem>();
            var files = await ConfigFolder.ReadAsync(folder, rules, problems, ct);
            Problems = problems;
            if (problems.Count == 0)
            {
                await store.SyncAsync(files.Feeds, files.Outlets, files.Deals, stamp, clock.GetUtcNow(), ct);
                LogInForce(files.Feeds.Count, files.Outlets.Count, files.Deals.Count, folder);
            }

            foreach (var problem in problems.Where(_ => hasEarlier))
            {
                LogProblem(problem);
            }

            // Only now: what could not be read or kept is tried again.
            _stamp = stamp;
        }

        var version = await store.VersionAsync(ct);
        if (_version is null || !string.Equals(version, _version, StringComparison.Ordinal))
        {
            Catalog = await store.LoadAsync(ct);
            await store.SyncSearchesAsync(SearchFeeds.Of(Catalog.Deals, rules.Searches), ct);
            _version = version;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Feeds} feeds, {Outlets} outlets and {Deals} deals from {Folder} are in force")]
    private partial void LogInForce(int feeds, int outlets, int deals, string folder);

    [LoggerMessage(LogLevel.Error, "The last good configuration stays in force: {Problem}")]
    private partial void LogProblem(ConfigProblem problem);
}
