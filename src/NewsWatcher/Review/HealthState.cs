namespace NewsWatcher.Review;

/// <summary>When the schedule last ticked, by the monotonic clock: neither a set-back clock nor the demo's standing one makes a dead schedule look alive.</summary>
internal sealed class HealthState(TimeProvider clock)
{
    private readonly long _began = clock.GetTimestamp();
    private long _ticked;

    public bool HasTicked => Interlocked.Read(ref _ticked) != 0;

    /// <summary>Since the last tick, or since the start before the first.</summary>
    public TimeSpan SinceTick => clock.GetElapsedTime(Interlocked.Read(ref _ticked) is var ticked and not 0 ? ticked : _began);

    /// <summary>The schedule calls this once per tick.</summary>
    public void Tick() => Interlocked.Exchange(ref _ticked, clock.GetTimestamp());
}
