using NewsWatcher.Storage;

namespace NewsWatcher.Hosting;

/// <summary>Where the configuration is read and where the state is kept. The demo has folders of its own.</summary>
internal sealed record AppPaths(string Config, string Data, bool IsDemo)
{
    public string DatabaseFile => Path.Combine(Data, Database.FileName);

    /// <param name="config">--config; else NEWSWATCHER_CONFIG, $CONFIGURATION_DIRECTORY, ./config, beside the executable.</param>
    /// <param name="data">--data; else NEWSWATCHER_DATA, $STATE_DIRECTORY, the platform's data folder.</param>
    public static AppPaths Find(string? config, string? data, bool demo)
    {
        var state = Path.GetFullPath(data ?? Variable("NEWSWATCHER_DATA") ?? Variable("STATE_DIRECTORY")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "newswatcher"));
        if (demo)
        {
            return new(Shipped("seeds"), Path.Combine(state, "demo"), IsDemo: true);
        }

        return new(Path.GetFullPath(config ?? Variable("NEWSWATCHER_CONFIG") ?? Variable("CONFIGURATION_DIRECTORY") ?? Shipped("config")), state, IsDemo: false);
    }

    /// <summary>For verbs that only read: before there is live data, what the demo captured is what there is to show.</summary>
    public AppPaths OrDemo()
    {
        var demo = this with { Config = Shipped("seeds"), Data = Path.Combine(Data, "demo"), IsDemo = true };
        return !IsDemo && !File.Exists(DatabaseFile) && File.Exists(demo.DatabaseFile) ? demo : this;
    }

    private static string Shipped(string folder)
    {
        var here = Path.GetFullPath(folder);
        return File.Exists(Path.Combine(here, "feeds.json")) ? here : Path.Combine(AppContext.BaseDirectory, folder);
    }

    // systemd may list several folders; the first is ours.
    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value.Split(':')[0] is { Length: > 1 } first ? first : value : null;
}
