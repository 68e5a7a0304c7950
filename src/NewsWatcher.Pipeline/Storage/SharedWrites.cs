using System.Collections.Concurrent;
using System.Data.Common;

namespace NewsWatcher.Storage;

/// <summary>Works that wait for the one writer and share a transaction when it is their turn: what many feeds said at once costs one commit and one piece of the index.</summary>
internal sealed class SharedWrites
{
    private const int Together = 16;

    private readonly ConcurrentQueue<Work> _waiting = new();

    /// <summary>Puts a work into the line; it is done when <see cref="RunAsync"/> has come to it.</summary>
    public Work<T> Add<T>(Func<DbConnection, Task<T>> work)
    {
        var added = new Work<T>(work);
        _waiting.Enqueue(added);
        return added;
    }

    /// <summary>Does the next works of the line. One that fails takes no other with it: they are done again, each alone.</summary>
    /// <param name="commit">Runs what it is given in one transaction: all of it is kept, or nothing.</param>
    public async Task RunAsync(Func<Func<DbConnection, Task>, Task> commit)
    {
        var works = new List<Work>();
        while (works.Count < Together && _waiting.TryDequeue(out var next))
        {
            works.Add(next);
        }

        var kept = commit(async connection =>
        {
            foreach (var work in works)
            {
                await work.RunAsync(connection);
            }
        });
        await Task.WhenAny(kept);
        if (kept.IsCompletedSuccessfully || works.Count == 1)
        {
            works.ForEach(w => w.End(kept));
            return;
        }

        foreach (var work in works)
        {
            var alone = commit(work.RunAsync);
            await Task.WhenAny(alone);
            work.End(alone);
        }
    }

    internal abstract class Work
    {
        public abstract Task RunAsync(DbConnection connection);

        /// <param name="kept">The transaction that the work was part of, ended.</param>
        public abstract void End(Task kept);
    }

    internal sealed class Work<T>(Func<DbConnection, Task<T>> work) : Work
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private T? _result;

        /// <summary>Ends when the work has been kept, or cannot be.</summary>
        public Task<T> Done => _done.Task;

        public override async Task RunAsync(DbConnection connection) => _result = await work(connection);

        public override void End(Task kept)
        {
            if (kept.IsCompletedSuccessfully)
            {
                _done.SetResult(_result!);
            }
            else
            {
                _done.SetException(kept.Exception?.InnerExceptions ?? [new OperationCanceledException()]);
            }
        }
    }
}
