using NewsWatcher.Watching;

namespace NewsWatcher.Review;

/// <summary>How the schedule is, and when it last moved, by the monotonic clock: neither a set-back clock nor the demo's standing one makes a dead schedule look alive.</summary>
internal sealed class HealthState(TimeProvider clock) : IProgress<PassProgress>
{
    // A pass that fails once is tried again before anybody is to hear of it.
    private const int MostFailures = 2;

    private readonly long _began = clock.GetTimestamp();
    private long _ticked;
    private int _failures;
    private volatile bool _isStorageLow;

    public bool HasTicked => Interlocked.Read(ref _ticked) != 0;

    /// <summary>Whether passes end, and with nothing left out because the disk is nearly full.</summary>
    public bool IsSound => !_isStorageLow && Volatile.Read(ref _failures) <= MostFailures;

    /// <summary>Since the last sign of life of the schedule, or since the start before the first.</summary>
    public TimeSpan SinceTick => clock.GetElapsedTime(Interlocked.Read(ref _ticked) is var ticked and not 0 ? ticked : _began);

    /// <summary>The schedule calls this at the beginning of a pass.</summary>
    public void Tick() => Interlocked.Exchange(ref _ticked, clock.GetTimestamp());

    /// <summary>A pass moves on: a long one is no dead one.</summary>
    public void Report(PassProgress value) => Tick();

    /// <summary>A pass ended.</summary>
    public void Passed(PassReport report)
    {
        _isStorageLow = report.IsStorageLow;
        Volatile.Write(ref _failures, 0);
        Tick();
    }

    /// <summary>A pass failed.</summary>
    public void Failed() => Interlocked.Increment(ref _failures);
}
