namespace NewsWatcher.Fetching;

/// <summary>The room of one body, which is taken only when it turns out to be large, and given back once what was read of it has been kept.</summary>
public sealed class BodyRoom : IDisposable
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestStay = TimeSpan.FromSeconds(10);

    private readonly LargeBodies _bodies;
    private CancellationTokenSource? _deadline;
    private TimeSpan _left;
    private bool _arrives;
    private bool _isRead;

    internal BodyRoom(LargeBodies bodies) => _bodies = bodies;

    /// <summary>Says whose time it is that waiting for others is not to cost.</summary>
    internal void Spares(CancellationTokenSource deadline, TimeSpan left) => (_deadline, _left) = (deadline, left);

    /// <summary>Waits until more of a large body may arrive; a second time there is room already.</summary>
    internal async ValueTask ArriveAsync(CancellationToken ct)
    {
        if (!_arrives)
        {
            await TakeAsync(_bodies.Arriving, LongestWait, ct);
            _arrives = true;
        }
    }

    /// <summary>Waits until no other large body is being read. The body has arrived: those before it take no longer than reading takes.</summary>
    internal async ValueTask ReadAsync(CancellationToken ct)
    {
        if (!_isRead)
        {
            await TakeAsync(_bodies.Reading, Timeout.InfiniteTimeSpan, ct);
            _isRead = true;
            _bodies.Clear();
        }
    }

    public void Dispose()
    {
        if (_isRead)
        {
            _isRead = false;
            _bodies.Reading.Release();
        }

        if (_arrives)
        {
            _arrives = false;
            _bodies.Arriving.Release();
        }
    }

    private async Task TakeAsync(SemaphoreSlim places, TimeSpan longest, CancellationToken ct)
    {
        if (!await places.WaitAsync(TimeSpan.Zero, ct))
        {
            _deadline?.CancelAfter(longest);
            await places.WaitAsync(ct);
        }

        // Who drips in here keeps others out.
        _deadline?.CancelAfter(_left < LongestStay ? _left : LongestStay);
    }
}
