using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;
using Microsoft.Data.Sqlite;

namespace NewsWatcher.Storage;

/// <summary>The prepared statements of the writing connection: a poll says the same few sentences thousands of times. One at a time uses them.</summary>
internal sealed class Statements(SqliteConnection connection) : IDisposable
{
    private static readonly ConditionalWeakTable<DbConnection, Statements> Known = [];

    // Null for a text of more than one statement.
    private readonly Dictionary<string, Statement?> _statements = new(StringComparer.Ordinal);

    // By statement and type: what a statement answers with does not change while its connection lives.
    private readonly Dictionary<(string Sql, Type Row), Delegate> _readers = [];

    public DbTransaction? Transaction { get; set; }

    /// <summary>Null for a connection that keeps none.</summary>
    public static Statements? Of(DbConnection connection) => Known.TryGetValue(connection, out var statements) ? statements : null;

    public static Statements Keep(SqliteConnection connection)
    {
        var statements = new Statements(connection);
        Known.Add(connection, statements);
        return statements;
    }

    /// <summary>The number of rows changed.</summary>
    public Task<int> RunAsync(string sql, object? args, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Single(sql) is { } statement ? Task.FromResult(statement.Run(args)) : connection.ExecuteAsync(Command(sql, args, ct));
    }

    public Task<object?> ScalarAsync(string sql, object? args, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Single(sql) is { } statement ? Task.FromResult(statement.Scalar(args)) : connection.ExecuteScalarAsync(Command(sql, args, ct));
    }

    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object? args, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        // Most things that a poll looks up are not there.
        if (Single(sql)?.IsEmpty(args) == true)
        {
            return [];
        }

        await using var reader = await connection.ExecuteReaderAsync(Command(sql, args, ct));
        if (!await reader.ReadAsync(ct))
        {
            return [];
        }

        var read = Reader<T>(sql, reader);
        var rows = new List<T>();
        do
        {
            rows.Add(read(reader));
        }
        while (await reader.ReadAsync(ct));

        return rows;
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement?.Dispose();
        }
    }

    private Func<DbDataReader, T> Reader<T>(string sql, DbDataReader reader)
    {
        if (!_readers.TryGetValue((sql, typeof(T)), out var known))
        {
            // Dapper parses rows of columns; a row of one string it takes for an object.
            Func<DbDataReader, T> parser = typeof(T) == typeof(string) ? r => r.GetFieldValue<T>(0) : reader.GetRowParser<T>();
            _readers[(sql, typeof(T))] = known = parser;
        }

        return (Func<DbDataReader, T>)known;
    }

    private CommandDefinition Command(string sql, object? args, CancellationToken ct) => new(sql, args, Transaction, cancellationToken: ct);

    private Statement? Single(string sql)
    {
        if (!_statements.TryGetValue(sql, out var known))
        {
            _statements[sql] = known = Statement.Of(connection.Handle!, sql);
        }

        return known;
    }
}
