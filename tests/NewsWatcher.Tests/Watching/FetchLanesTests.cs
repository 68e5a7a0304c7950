using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class FetchLanesTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SemaphoreSlim _begun = new(0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _begun.Dispose();

    [Fact]
    public async Task QuickOnes_AreFewAtOnce()
    {
        var (now, most) = (0, 0);

        await new FetchLanes(4, _clock).ForEachAsync(Many(100), async (_, ct) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Yield();
            ct.ThrowIfCancellationRequested();
            Interlocked.Decrement(ref now);
        }, Ct);

        Assert.InRange(most, 1, 4);
    }

    [Fact]
    public async Task SilentOnes_LeaveTheirPlaces_UpToABound()
    {
        var end = new TaskCompletionSource();
        var pass = new FetchLanes(2, _clock).ForEachAsync(Many(30), async (_, ct) =>
        {
            _begun.Release();
            await end.Task.WaitAsync(ct);
        }, Ct);

        // Two places, and four waiting ones for each: ten at most.
        for (var begun = 0; begun < 10; begun++)
        {
            while (!await _begun.WaitAsync(TimeSpan.FromMilliseconds(50), Ct))
            {
                _clock.Advance(TimeSpan.FromSeconds(1));
            }
        }

        _clock.Advance(TimeSpan.FromSeconds(10));
        Assert.False(await _begun.WaitAsync(TimeSpan.FromMilliseconds(50), Ct));
        end.SetResult();
        await pass;
        Assert.Equal(20, _begun.CurrentCount);
    }

    [Fact]
    public async Task Fault_StopsTheRest_AndIsTold()
    {
        var pass = new FetchLanes(2, _clock).ForEachAsync(Many(100), async (n, ct) =>
        {
            if (n == 1)
            {
                throw new InvalidOperationException("one is broken");
            }

            await Task.Delay(Timeout.Infinite, ct);
        }, Ct);

        Assert.Equal("one is broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => pass)).Message);
    }

    [Fact]
    public async Task CallerWhoGivesUp_EndsIt()
    {
        using var stop = new CancellationTokenSource();
        var pass = new FetchLanes(2, _clock).ForEachAsync(Many(100), (_, ct) => Task.Delay(Timeout.Infinite, ct), stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pass);
    }

    private static async IAsyncEnumerable<int> Many(int count)
    {
        for (var n = 0; n < count; n++)
        {
            await Task.Yield();
            yield return n;
        }
    }
}
