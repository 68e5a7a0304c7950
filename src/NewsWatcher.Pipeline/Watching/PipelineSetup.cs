using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using NewsWatcher.Articles;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Watching;

/// <summary>Every registration of this library.</summary>
public static class PipelineSetup
{
    /// <summary>Adds the stages. The caller adds the clock, <see cref="Database"/>, the options and <see cref="NextByCron"/>.</summary>
    /// <param name="configFolder">Of feeds.json, outlets.json and deals.json.</param>
    /// <param name="rules">What feeds.json is held to.</param>
    public static IServiceCollection AddPipeline(this IServiceCollection services, string configFolder, FeedRules rules)
    {
        services.TryAddSingleton<FreeRoom>(p => () => Room(p.GetRequiredService<Database>().Path));
        return services
            .AddSingleton<HttpFetcher>()
            .AddSingleton<RobotsGate>()
            .AddSingleton(p => new FeedPoller(p.GetRequiredService<HttpFetcher>()) { MayRead = path => rules.Allows(path, configFolder) })
            .AddSingleton<PageFetcher>()
            .AddSingleton<CatalogStore>()
            .AddSingleton<BasisStore>()
            .AddSingleton<FeedStore>()
            .AddSingleton<PollStore>()
            .AddSingleton<DelayStore>()
            .AddSingleton<QuarantineStore>()
            .AddSingleton<FeedMoveStore>()
            .AddSingleton<ReadingStore>()
            .AddSingleton<ReprocessStore>()
            .AddSingleton<PlacementStore>()
            .AddSingleton<ItemQueries>()
            .AddSingleton<LedgerQueries>()
            .AddSingleton<ReviewStore>()
            .AddSingleton<DecisionStore>()
            .AddSingleton(p => new CurrentCatalog(p.GetRequiredService<CatalogStore>(), configFolder, rules, p.GetRequiredService<TimeProvider>(), p.GetRequiredService<ILogger<CurrentCatalog>>()))
            .AddSingleton<FeedTiming>()
            .AddSingleton<FeedPass>()
            .AddSingleton<DueFeeds>()
            .AddSingleton<PollingPass>()
            .AddSingleton<EntryPass>()
            .AddSingleton<ReadingPass>()
            .AddSingleton<ReprocessPass>()
            .AddSingleton<OriginTracing>()
            .AddSingleton<PlacingPass>()
            .AddSingleton<LedgerReader>()
            .AddSingleton<ReviewDesk>()
            .AddSingleton<ItemIntake>()
            .AddSingleton<FeedDiscovery>()
            .AddSingleton<Watch>();
    }

    private static DiskRoom Room(string database)
    {
        var drive = new DriveInfo((OperatingSystem.IsWindows() ? Path.GetPathRoot(database) : Path.GetDirectoryName(database)) ?? "/");
        return new(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
