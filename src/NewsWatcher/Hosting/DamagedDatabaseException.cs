namespace NewsWatcher.Hosting;

/// <summary>The database did not pass its check at start. Nobody may touch the file before it was copied.</summary>
public sealed class DamagedDatabaseException(string file, string fault)
    : Exception($"{file} is damaged ({fault}). Nothing was changed. Copy the file away, then run: newswatcher restore BACKUP");
