using NewsWatcher.Review;
using NewsWatcher.Watching;
using Quartz;

namespace NewsWatcher.Scheduling;

/// <summary>The one tick of the schedule. What is due stands in the database; a tick that fails is told and the next one tries again.</summary>
[DisallowConcurrentExecution]
internal sealed partial class PollTick(Watch watch, HealthState health, IHostApplicationLifetime lifetime, ILogger<PollTick> log) : IJob
{
    // What was begun before a stop may end in this time; nothing new is begun.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    private const long MuchAllocated = 32 * 1024 * 1024;

    // Quartz makes a tick of its own each time; what was allocated is the process's.
    private static long _givenBackAt;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var stop = lifetime.ApplicationStopping.Register(() => end.CancelAfter(Grace));
        health.Tick();
        try
        {
            health.Passed(await watch.TickAsync(health, lifetime.ApplicationStopping, end.Token));
            GiveBack();
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            LogStopped();
        }
#pragma warning disable CA1031 // Whatever gets out of here Quartz swallows, and nobody would hear of it.
        catch (Exception e)
        {
            health.Failed();
            LogFault(e);
        }
#pragma warning restore CA1031
    }

    // A pass that read much leaves much behind, and until the next one nothing would make the collector look.
    private static void GiveBack()
    {
        if (GC.GetTotalAllocatedBytes() - _givenBackAt > MuchAllocated)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _givenBackAt = GC.GetTotalAllocatedBytes();
        }
    }

    [LoggerMessage(LogLevel.Information, "Stopped in the middle of a pass: what was begun is due again at the next start")]
    private partial void LogStopped();

    [LoggerMessage(LogLevel.Error, "The pass failed; the next tick tries again")]
    private partial void LogFault(Exception fault);
}
