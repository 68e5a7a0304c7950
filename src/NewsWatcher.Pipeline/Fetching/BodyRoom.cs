namespace NewsWatcher.Fetching;

/// <summary>The room of one body, which is taken only when it turns out to be large, and given back once it has been read.</summary>
public sealed class BodyRoom : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestStay = TimeSpan.FromSeconds(10);

    private readonly SemaphoreSlim _places;
    private CancellationTokenSource? _deadline;
    private TimeSpan _left;
    private bool _isTaken;

    internal BodyRoom(SemaphoreSlim places) => _places = places;

    /// <summary>Says whose time it is that waiting for others is not to cost.</summary>
    internal void Spares(CancellationTokenSource deadline, TimeSpan left) => (_deadline, _left) = (deadline, left);

    /// <summary>Waits until there is room; a second time it is there already.</summary>
    internal async ValueTask TakeAsync(CancellationToken ct)
    {
        if (_isTaken)
        {
            return;
        }

        if (!await _places.WaitAsync(TimeSpan.Zero, ct))
        {
            _deadline?.CancelAfter(LongestWait);
            await _places.WaitAsync(ct);
        }

        _isTaken = true;
        // Who drips in here keeps others out.
        _deadline?.CancelAfter(_left < LongestStay ? _left : LongestStay);
        // What the large body before this one was read into is garbage by now, and many times its size.
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
    }

    public void Dispose()
    {
        if (_isTaken)
        {
            _isTaken = false;
            _places.Release();
        }
    }
}
