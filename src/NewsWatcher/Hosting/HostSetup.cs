using System.Reflection;
using Microsoft.Extensions.Options;
using NewsWatcher.Fetching;
using NewsWatcher.Review;
using NewsWatcher.Scheduling;
using NewsWatcher.Storage;
using NewsWatcher.Watching;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Hosting;

/// <summary>What the daemon and a poll by hand are both made of.</summary>
internal static partial class HostSetup
{
    private static readonly (string Name, Type Options)[] Sections =
    [
        (FetchingOptions.Section, typeof(FetchingOptions)), (WatchingOptions.Section, typeof(WatchingOptions)),
        (FilesOptions.Section, typeof(FilesOptions)), (WebOptions.Section, typeof(WebOptions)), (SearchOptions.Section, typeof(SearchOptions)),
    ];

    /// <summary>Adds the pipeline with its settings, clock and logs. The caller owns <paramref name="database"/>.</summary>
    public static IServiceCollection AddNewsWatcher(this IServiceCollection services, AppPaths paths, HostSettings settings, Database database, LogLevel level)
    {
        // A singleton given as it is stays the caller's; settings come from their own sources alone, never from the working directory.
        services.AddSingleton(database).AddSingleton(paths).AddSingleton(settings.Configuration);
        services.AddSingleton<TimeProvider>(settings.DemoNow is { } at ? new StoryClock(at) : TimeProvider.System);
        services.AddLogs(settings.Configuration, level);
        services.AddOptions<FetchingOptions>().BindConfiguration(FetchingOptions.Section).ValidateOnStart();
        services.AddOptions<WatchingOptions>().BindConfiguration(WatchingOptions.Section).ValidateOnStart();
        services.AddOptions<SearchOptions>().BindConfiguration(SearchOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<SearchOptions>, SearchOptionsValidator>()
            .AddSingleton<IValidateOptions<FetchingOptions>, FetchingOptionsValidator>()
            .AddSingleton<IValidateOptions<WatchingOptions>, WatchingOptionsValidator>()
            .AddSingleton(p => p.GetRequiredService<IOptions<FetchingOptions>>().Value)
            .AddSingleton(p => p.GetRequiredService<IOptions<WatchingOptions>>().Value)
            .AddCron()
            .AddPipeline(paths.Config, settings.FeedRules);
    }

    /// <summary>Checks every section of the settings.</summary>
    /// <exception cref="SettingsException">With all problems at once.</exception>
    public static void Check(IServiceProvider services)
    {
        var faults = Unknown(services.GetRequiredService<IConfiguration>()).ToList();
        try
        {
            services.GetService<IStartupValidator>()?.Validate();
        }
        catch (Exception e) when (e is OptionsValidationException or AggregateException or InvalidOperationException)
        {
            var thrown = e is AggregateException many ? many.InnerExceptions : [e];
            faults.AddRange(thrown.SelectMany(f => f is OptionsValidationException options ? options.Failures : [f.Message]));
        }

        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }
    }

    // A misspelt setting must not be silent.
    private static IEnumerable<string> Unknown(IConfiguration settings) =>
        from section in Sections
        from setting in settings.GetSection(section.Name).GetChildren()
        where section.Options.GetProperty(setting.Key, BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase) is null
        select $"{section.Name}:{setting.Key} is no setting";

    /// <summary>Takes the configuration up and closes what a killed process left open.</summary>
    /// <exception cref="SettingsException">The files have problems and there is no earlier state of them to go on with.</exception>
    public static async Task BeginAsync(IServiceProvider services, CancellationToken ct)
    {
        foreach (var network in services.GetRequiredService<FetchingOptions>().AllowedPrivateNetworks)
        {
            LogOpenNetwork(services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(HostSetup)), network);
        }

        await services.GetRequiredService<Watch>().BeginAsync(ct);
        var current = services.GetRequiredService<CurrentCatalog>();
        if (current.Problems.Count > 0 && await services.GetRequiredService<CatalogStore>().StampAsync(ct) is null)
        {
            throw new SettingsException([.. current.Problems.Select(p => p.ToString())]);
        }
    }

    [LoggerMessage(LogLevel.Warning, "Feeds and pages may reach the private network {Network} (Fetch:AllowedPrivateNetworks)")]
    private static partial void LogOpenNetwork(ILogger log, string network);
}
