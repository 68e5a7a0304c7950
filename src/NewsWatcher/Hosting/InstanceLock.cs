namespace NewsWatcher.Hosting;

/// <summary>One daemon per data folder: an exclusively opened file beside the database, which the system lets go when the process dies.</summary>
internal sealed class InstanceLock : IDisposable
{
    private const int Tries = 10;

    private static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(50);

    private readonly FileStream _file;

    private InstanceLock(FileStream file) => _file = file;

    // What the system calls it: ERROR_SHARING_VIOLATION, or EWOULDBLOCK.
    private static int SharingViolation => OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() ? 11 : 35;

    /// <summary>As <see cref="TryTake"/>; what another process holds for a moment only is waited for.</summary>
    public static async Task<InstanceLock?> TryTakeAsync(string dataFolder, TimeProvider clock, CancellationToken ct)
    {
        for (var left = Tries; ; left--)
        {
            if (TryTake(dataFolder) is { } taken)
            {
                return taken;
            }

            if (left == 0)
            {
                return null;
            }

            await Task.Delay(BetweenTries, clock, ct);
        }
    }

    /// <summary>Null when another process holds it.</summary>
    /// <exception cref="IOException">The file cannot be opened for another reason: a full or read-only disk.</exception>
    public static InstanceLock? TryTake(string dataFolder)
    {
        try
        {
            return new(new FileStream(Path.Combine(dataFolder, "newswatcher.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (e.HResult == SharingViolation)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
