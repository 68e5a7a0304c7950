using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace NewsWatcher.Storage;

/// <summary>The SQLite file: readers in parallel, one writer at a time, each write one immediate transaction.</summary>
public sealed class Database : IDisposable
{
    public const string FileName = "newswatcher.db";

    private readonly SemaphoreSlim _writer = new(1);
    private readonly SharedWrites _shared = new();
    private readonly string _connection;

    // Of the one writer, open as long as it is well; guarded by the semaphore.
    private (SqliteConnection Connection, Statements Statements)? _writing;

    public Database(string path)
    {
        Rows.Prepare();
        Path = path;
        _connection = new SqliteConnectionStringBuilder { DataSource = path, ForeignKeys = true, Pooling = true, DefaultTimeout = 30 }.ToString();
    }

    public string Path { get; }

    /// <summary>A connection for reading; the caller disposes it.</summary>
    public async Task<DbConnection> OpenAsync(CancellationToken ct) => await OpenedAsync(ct);

    private async Task<SqliteConnection> OpenedAsync(CancellationToken ct)
    {
        var connection = new SqliteConnection(_connection);
        await connection.OpenAsync(ct);
        await connection.RunAsync("pragma synchronous = full; pragma busy_timeout = 10000; pragma trusted_schema = off;", null, ct);
        return connection;
    }

    /// <summary>Runs <paramref name="work"/> in one immediate transaction: all of it is kept, or nothing.</summary>
    public async Task<T> WriteAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        await _writer.WaitAsync(ct);
        try
        {
            return await CommitAsync(work, ct);
        }
        finally
        {
            _writer.Release();
        }
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, for what many do at once: works that wait for the writer share a transaction. Each is kept when its task ends, and fails alone.</summary>
    /// <param name="work">May be done twice, when another work of its transaction fails: it changes nothing but the database.</param>
    public async Task<T> WriteTogetherAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var added = _shared.Add(work);
        // Whoever comes first does the work of all who wait, so that a cancelled one keeps its place in the line: its own first query ends it.
        await _writer.WaitAsync(CancellationToken.None);
        try
        {
            while (!added.Done.IsCompleted)
            {
                await _shared.RunAsync(all => CommitAsync(async connection =>
                {
                    await all(connection);
                    return true;
                }, CancellationToken.None));
            }
        }
        finally
        {
            _writer.Release();
        }

        return await added.Done;
    }

    public Task WriteAsync(Func<DbConnection, Task> work, CancellationToken ct) =>
        WriteAsync(async connection =>
        {
            await work(connection);
            return true;
        }, ct);

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    public async Task<T> ReadAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        await using var connection = await OpenAsync(ct);
        return await work(connection);
    }

    /// <summary>Whether the database refused one row (a constraint, a text too long), not its work as a whole.</summary>
    public static bool IsRefusal(Exception fault) => fault is SqliteException { SqliteErrorCode: 18 or 19 or 20 };

    /// <summary>Whether the disk is full or cannot be written: nobody's data is at fault, and it may pass.</summary>
    public static bool IsDisk(Exception fault) => fault is SqliteException { SqliteErrorCode: 10 or 13 };

    /// <summary>Whether the file itself is damaged or no database.</summary>
    public static bool IsDamage(Exception fault) => fault is SqliteException { SqliteErrorCode: 11 or 26 };

    public void Dispose()
    {
        CloseWriter();
        SqliteConnection.ClearPool(new SqliteConnection(_connection));
        _writer.Dispose();
    }

    // By whoever holds the writer.
    private async Task<T> CommitAsync<T>(Func<DbConnection, Task<T>> work, CancellationToken ct)
    {
        try
        {
            var (connection, statements) = _writing ??= await OpenWriterAsync(ct);
            // Immediate is what Microsoft.Data.Sqlite begins with: the write lock is taken before anything is read.
            await using var transaction = await connection.BeginTransactionAsync(ct);
            statements.Transaction = transaction;
            var result = await work(connection);
            await transaction.CommitAsync(ct);
            return result;
        }
        catch
        {
            CloseWriter();
            throw;
        }
    }

    private async Task<(SqliteConnection Connection, Statements Statements)> OpenWriterAsync(CancellationToken ct)
    {
        var connection = await OpenedAsync(ct);
        // The pages that one pass writes again and again: words of the index, the items' own index.
        await connection.RunAsync("pragma cache_size = -8000; pragma wal_autocheckpoint = 2000;", null, ct);
        return (connection, Statements.Keep(connection));
    }

    private void CloseWriter()
    {
        if (_writing is { } writing)
        {
            _writing = null;
            writing.Statements.Dispose();
            writing.Connection.Dispose();
        }
    }
}
