using NewsWatcher.Storage;

namespace NewsWatcher.Hosting;

/// <summary>The data folder in the hands of the one process that polls: locked, checked and open.</summary>
internal sealed class HeldData : IDisposable
{
    private readonly InstanceLock _held;
    private readonly SoundMark _mark;

    private HeldData(InstanceLock held, Database database, SoundMark mark) => (_held, Database, _mark) = (held, database, mark);

    public Database Database { get; }

    /// <param name="paths">Where the state is.</param>
    /// <param name="startsAnew">Whether an earlier database is let go: for the demo alone, whose story an older program may have read differently.</param>
    /// <param name="clock">For the wait on a process that holds it for a moment.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <exception cref="DataInUseException">Another process holds it.</exception>
    /// <exception cref="DamagedDatabaseException">The file is left as it is.</exception>
    public static async Task<HeldData> TakeAsync(AppPaths paths, bool startsAnew, TimeProvider clock, CancellationToken ct)
    {
        DataFolder.Create(paths);
        var held = await InstanceLock.TryTakeAsync(paths.Data, clock, ct) ?? throw new DataInUseException(paths.Data);
        try
        {
            if (startsAnew)
            {
                DataFolder.Empty(paths);
            }

            var mark = new SoundMark(paths);
            return new(held, await DataFolder.OpenAsync(paths, check: !mark.Take(), ct), mark);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        Database.Dispose();
        _mark.Leave();
        _held.Dispose();
    }
}
