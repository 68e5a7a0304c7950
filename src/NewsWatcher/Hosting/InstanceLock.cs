namespace NewsWatcher.Hosting;

/// <summary>One daemon per data folder: an exclusively opened file beside the database, which the system lets go when the process dies.</summary>
internal sealed class InstanceLock : IDisposable
{
    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    /// <summary>Null when another process holds it.</summary>
    public static InstanceLock? TryTake(string dataFolder)
    {
        try
        {
            return new(new FileStream(Path.Combine(dataFolder, "newswatcher.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
