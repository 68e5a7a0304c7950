namespace NewsWatcher.Watching;

/// <summary>Works on few at once. One that goes on waiting for its server leaves its place to the next, so that silent servers keep nobody waiting; there is a bound to those as well.</summary>
internal sealed class FetchLanes(int atOnce, TimeProvider clock)
{
    private const int WaitingForEachPlace = 4;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Returns when all are done. The first fault stops the rest.</summary>
    public async Task ForEachAsync<T>(IAsyncEnumerable<T> all, Func<T, CancellationToken, Task> work, CancellationToken ct)
    {
        using var places = new SemaphoreSlim(atOnce);
        using var waiting = new SemaphoreSlim(atOnce * WaitingForEachPlace);
        using var fault = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var running = new List<Task>();
        try
        {
            await foreach (var one in all.WithCancellation(fault.Token))
            {
                await places.WaitAsync(fault.Token);
                running.RemoveAll(t => t.IsCompletedSuccessfully);
                running.Add(RunAsync(token => work(one, token), places, waiting, fault));
            }
        }
        catch
        {
            await fault.CancelAsync();
            await Task.WhenAll(running);
            throw;
        }

        await Task.WhenAll(running);
    }

    private async Task RunAsync(Func<CancellationToken, Task> work, SemaphoreSlim places, SemaphoreSlim waiting, CancellationTokenSource fault)
    {
        await Task.Yield();
        var lane = places;
        try
        {
            var task = work(fault.Token);
            while (!await IsDoneAsync(task) && lane == places)
            {
                if (await waiting.WaitAsync(TimeSpan.Zero, fault.Token))
                {
                    lane = waiting;
                    places.Release();
                }
            }

            await task;
        }
        catch
        {
            await fault.CancelAsync();
            throw;
        }
        finally
        {
            lane.Release();
        }
    }

    /// <summary>False when it goes on after the time that a fetch may take without being called slow.</summary>
    private async Task<bool> IsDoneAsync(Task task)
    {
        try
        {
            await task.WaitAsync(Patience, clock, CancellationToken.None);
            return true;
        }
        catch (TimeoutException) when (!task.IsCompleted)
        {
            return false;
        }
    }
}
