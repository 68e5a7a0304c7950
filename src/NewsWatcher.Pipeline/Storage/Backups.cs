using Microsoft.Data.Sqlite;

namespace NewsWatcher.Storage;

/// <summary>Whole copies of the database, made while it is in use.</summary>
public static class Backups
{
    /// <summary>Writes a verified copy to <paramref name="target"/>: under another name first, renamed when it is whole.</summary>
    /// <exception cref="IOException">The target exists already.</exception>
    public static async Task WriteAsync(Database database, string target, CancellationToken ct)
    {
        if (File.Exists(target))
        {
            throw new IOException($"{target} exists already");
        }

        var partial = target + ".partial";
        File.Delete(partial);
        await database.ReadAsync(db => db.RunAsync("vacuum into @partial", new { partial }, ct), ct);
        if (await FaultAsync(partial, ct) is { } fault)
        {
            throw new IOException($"the copy is damaged: {fault}");
        }

        await ToDiskAsync(partial);
        File.Move(partial, target);
    }

    /// <summary>Puts a verified backup in place of <paramref name="target"/>; what was there is kept beside it and named in the answer (null: nothing was).</summary>
    /// <exception cref="IOException">The backup is damaged.</exception>
    public static async Task<string?> RestoreAsync(string backup, string target, DateTimeOffset now, CancellationToken ct)
    {
        if (await FaultAsync(backup, ct) is { } fault)
        {
            throw new IOException($"{backup} is damaged: {fault}");
        }

        var partial = target + ".partial";
        File.Copy(backup, partial, overwrite: true);
        await ToDiskAsync(partial);
        var (hadOne, kept) = (File.Exists(target), $"{target}.before-{now:yyyyMMddTHHmmss}");
        // First, and even without a database: a log that is left behind would be taken for the backup's own.
        MoveBeside(target + "-wal", kept + "-wal");
        MoveBeside(target + "-shm", kept + "-shm");
        MoveBeside(target, kept);
        File.Move(partial, target);
        return hadOne ? kept : null;
    }

    /// <summary>What SQLite's quick check finds wrong with a file; null when it is sound.</summary>
    public static async Task<string?> FaultAsync(string path, CancellationToken ct)
    {
        if (!File.Exists(path))
        {
            return "there is no such file";
        }

        try
        {
            await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
            await connection.OpenAsync(ct);
            var answer = await connection.ValueAsync<string>("pragma quick_check(1)", null, ct);
            return string.Equals(answer, "ok", StringComparison.Ordinal) ? null : answer;
        }
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26)
        {
            return e.Message;
        }
    }

    private static async Task ToDiskAsync(string path)
    {
        await using var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static void MoveBeside(string from, string to)
    {
        if (File.Exists(from))
        {
            File.Move(from, to);
        }
    }
}
