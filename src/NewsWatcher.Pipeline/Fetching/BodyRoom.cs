namespace NewsWatcher.Fetching;

/// <summary>The room of one body, which is taken only when it turns out to be large, and given back once it has been read.</summary>
public sealed class BodyRoom : IDisposable
{
    private readonly SemaphoreSlim _places;
    private bool _isTaken;

    internal BodyRoom(SemaphoreSlim places) => _places = places;

    /// <summary>Waits until there is room; a second time it is there already.</summary>
    internal async ValueTask TakeAsync(CancellationToken ct)
    {
        if (!_isTaken)
        {
            await _places.WaitAsync(ct);
            _isTaken = true;
            // What the large body before this one was read into is garbage by now, and many times its size.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: false);
        }
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
