using Microsoft.Extensions.Hosting.Systemd;
using NewsWatcher.Review;

namespace NewsWatcher.Hosting;

/// <summary>Tells systemd's watchdog that the schedule moves. When it stands still for long, silence has us restarted.</summary>
internal sealed class WatchdogBeat(ISystemdNotifier systemd, HealthState health, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(20);

    // The longest pass: hanging feeds, a minute of pages, placing.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            if (health.SinceTick < Longest)
            {
                systemd.Notify(new ServiceState("WATCHDOG=1"));
            }
        }
    }
}
