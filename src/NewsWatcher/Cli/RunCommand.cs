using System.CommandLine;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting.Systemd;
using NewsWatcher.Hosting;
using NewsWatcher.Review;
using NewsWatcher.Scheduling;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>run: the schedule and the review pages, until it is told to stop.</summary>
internal static class RunCommand
{
    private static readonly Option<string?> Urls = new("--urls") { Description = "Where the review pages are served (default http://127.0.0.1:8080)", HelpName = "URL" };

    public static Command Create()
    {
        var command = new Command("run", "Poll on schedule and serve the review pages; with --demo, the demo's story") { Urls };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var (paths, output) = (GlobalOptions.Paths(parsed), parsed.InvocationConfiguration.Output);
        var settings = HostSettings.Read(paths);
        // Before the address, which another daemon on the same data has as well.
        using var data = await HeldData.TakeAsync(paths, startsAnew: paths.IsDemo, TimeProvider.System, ct);
        WebAddress.Choose(settings.Configuration, parsed.GetValue(Urls), anyPort: paths.IsDemo);
        await using var app = Build(paths, settings, data.Database);
        HostSetup.Check(app.Services);
        await HostSetup.BeginAsync(app.Services, ct);
        try
        {
            if (paths.IsDemo)
            {
                await app.Services.GetRequiredService<Watch>().PollAsync(new PollRequest { All = true }, progress: null, ct);
                await DemoTale.TellAsync(app.Services, output, ct);
            }

            await app.StartAsync(ct);
            var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
            using var told = await DaemonAddress.WriteAsync(paths, address, ct);
            await output.WriteLineAsync($"Ready: {address}".AsMemory(), ct);
            await app.WaitForShutdownAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await app.StopAsync(CancellationToken.None);
        }

        return ExitCodes.Done;
    }

    private static WebApplication Build(AppPaths paths, HostSettings settings, Database database)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        // appsettings.json and ASPNETCORE_ variables are no settings of ours.
        builder.Configuration.Sources.Clear();
        builder.Services.AddSystemd();
        builder.Services.AddNewsWatcher(paths, settings, database, paths.IsDemo ? LogLevel.Warning : LogLevel.Information);
        builder.Services.AddReview();
        builder.Services.AddScheduling(Tick(settings));
        if (SystemdHelpers.IsSystemdService())
        {
            builder.Services.AddHostedService<WatchdogBeat>();
        }

        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(25));
        var app = builder.Build();
        app.MapReview();
        return app;
    }

    // Read ahead of the check of all settings, which tells what is wrong with it.
    private static TimeSpan Tick(HostSettings settings)
    {
        var options = new WatchingOptions();
        var given = settings.Configuration[$"{WatchingOptions.Section}:{nameof(WatchingOptions.Tick)}"];
        return TimeSpan.TryParse(given, System.Globalization.CultureInfo.InvariantCulture, out var tick) && tick > TimeSpan.Zero ? tick : options.Tick;
    }
}
