namespace NewsWatcher.Hosting;

/// <summary>The settings: newswatcher.json of the configuration folder, then environment variables NEWSWATCHER__Section__Name.</summary>
internal sealed record HostSettings(IConfiguration Configuration, DateTimeOffset? DemoNow)
{
    /// <exception cref="InvalidDataException">newswatcher.json is no JSON.</exception>
    public static HostSettings Read(AppPaths paths)
    {
        var configuration = new ConfigurationManager();
        configuration
            .AddJsonFile(Path.Combine(paths.Config, "newswatcher.json"), optional: true, reloadOnChange: false)
            .AddEnvironmentVariables("NEWSWATCHER__");
        var now = paths.IsDemo ? configuration.GetValue<DateTimeOffset?>("Demo:Now") : null;
        return new(configuration, now);
    }
}
