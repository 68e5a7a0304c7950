namespace NewsWatcher.Fetching;

/// <summary>Room in memory for bodies: few large ones arrive at once, and one at a time is decoded, read and kept. Whatever servers send together, one is looked at.</summary>
internal sealed class LargeBodies : IDisposable
{
    /// <summary>Bodies up to this many bytes arrive however many there are.</summary>
    public const int FreeToArrive = 512 * 1024;

    /// <summary>Bodies up to this many bytes, decoded, are read however many there are.</summary>
    public const int FreeToRead = 256 * 1024;

    private const int ArrivingAtOnce = 2;
    private const long MuchAllocated = 48L * 1024 * 1024;

    private long _collectedAt;

    internal SemaphoreSlim Arriving { get; } = new(ArrivingAtOnce);

    internal SemaphoreSlim Reading { get; } = new(1);

    public BodyRoom Room() => new(this);

    /// <summary>Lets go of what the bodies before were read into, many times their size. Called by whoever has the place for reading.</summary>
    internal void Clear()
    {
        if (GC.GetTotalAllocatedBytes() - _collectedAt > MuchAllocated)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _collectedAt = GC.GetTotalAllocatedBytes();
        }
    }

    public void Dispose()
    {
        Arriving.Dispose();
        Reading.Dispose();
    }
}
