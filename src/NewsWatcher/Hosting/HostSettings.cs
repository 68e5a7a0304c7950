using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Scheduling;
using NewsWatcher.Watching;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Hosting;

/// <summary>The settings: newswatcher.json of the configuration folder, then environment variables NEWSWATCHER__Section__Name.</summary>
internal sealed record HostSettings(IConfiguration Configuration, DateTimeOffset? DemoNow)
{
    /// <summary>What feeds.json is held to.</summary>
    public FeedRules FeedRules
    {
        get
        {
            var files = new FilesOptions();
            Configuration.GetSection(FilesOptions.Section).Bind(files);
            var search = new SearchOptions();
            Configuration.GetSection(SearchOptions.Section).Bind(search);
            return new([.. files.Roots], CronTimes.Fault) { Searches = [.. search.Addresses] };
        }
    }

    /// <summary>How pages and feeds are fetched; checked where services are built.</summary>
    public FetchingOptions Fetching
    {
        get
        {
            var fetching = new FetchingOptions();
            Configuration.GetSection(FetchingOptions.Section).Bind(fetching);
            return fetching;
        }
    }

    /// <exception cref="SettingsException">newswatcher.json is no JSON.</exception>
    public static HostSettings Read(AppPaths paths)
    {
        var configuration = new ConfigurationManager();
        var file = Path.Combine(paths.Config, "newswatcher.json");
        try
        {
            configuration.AddJsonFile(file, optional: true, reloadOnChange: false).AddEnvironmentVariables("NEWSWATCHER__");
        }
        catch (InvalidDataException e)
        {
            throw new SettingsException([$"{file}: {e.GetBaseException().Message}"]);
        }

        var now = paths.IsDemo ? configuration.GetValue<DateTimeOffset?>("Demo:Now") : null;
        return new(configuration, now);
    }
}
