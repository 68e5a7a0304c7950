using NewsWatcher.Storage;

namespace NewsWatcher.Hosting;

/// <summary>The data folder in the hands of the one process that polls: locked, checked and open.</summary>
internal sealed class HeldData : IDisposable
{
    private readonly InstanceLock _held;

    private HeldData(InstanceLock held, Database database) => (_held, Database) = (held, database);

    public Database Database { get; }

    /// <exception cref="DataInUseException">Another process holds it.</exception>
    /// <exception cref="DamagedDatabaseException">The file is left as it is.</exception>
    public static async Task<HeldData> TakeAsync(AppPaths paths, CancellationToken ct)
    {
        DataFolder.Create(paths);
        var held = InstanceLock.TryTake(paths.Data) ?? throw new DataInUseException(paths.Data);
        try
        {
            return new(held, await DataFolder.OpenAsync(paths, check: true, ct));
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
        _held.Dispose();
    }
}
