using NewsWatcher.Storage;

namespace NewsWatcher.Hosting;

/// <summary>Prepares the folder of the state: made private, the database checked and brought to the newest schema.</summary>
internal static class DataFolder
{
    /// <summary>Makes the folder, for this user alone.</summary>
    public static void Create(AppPaths paths)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(paths.Data);
        }
        else
        {
            Directory.CreateDirectory(paths.Data, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Lets the demo's database go, and nothing else.</summary>
    public static void Empty(AppPaths paths)
    {
        if (!paths.IsDemo)
        {
            throw new InvalidOperationException($"{paths.Data} is not the demo's folder.");
        }

        foreach (var suffix in (ReadOnlySpan<string>)["-wal", "-shm", ""])
        {
            File.Delete(paths.DatabaseFile + suffix);
        }
    }

    /// <param name="paths">Where the state is.</param>
    /// <param name="check">Whether an existing file is checked first, as a daemon does at its start.</param>
    /// <param name="ct">Stops the opening.</param>
    /// <exception cref="DamagedDatabaseException">The file is left as it is.</exception>
    public static async Task<Database> OpenAsync(AppPaths paths, bool check, CancellationToken ct)
    {
        Create(paths);
        if (check && File.Exists(paths.DatabaseFile) && await Backups.FaultAsync(paths.DatabaseFile, ct) is { } fault)
        {
            throw new DamagedDatabaseException(paths.DatabaseFile, fault);
        }

        var database = new Database(paths.DatabaseFile);
        await SchemaMigrator.MigrateAsync(database, ct);
        return database;
    }
}
