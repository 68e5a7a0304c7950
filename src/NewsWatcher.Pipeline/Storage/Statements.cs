using System.Collections.Concurrent;
using System.Data.Common;
using System.Reflection;
using System.Runtime.CompilerServices;
using Dapper;

namespace NewsWatcher.Storage;

/// <summary>The prepared statements of the writing connection: a poll says the same few sentences thousands of times. One at a time uses them.</summary>
internal sealed class Statements(DbConnection connection) : IDisposable
{
    private static readonly ConditionalWeakTable<DbConnection, Statements> Known = [];
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private readonly Dictionary<string, DbCommand> _commands = new(StringComparer.Ordinal);

    // By statement and type: what a statement answers with does not change while its connection lives.
    private readonly Dictionary<(string Sql, Type Row), Delegate> _readers = [];

    public DbTransaction? Transaction { get; set; }

    /// <summary>Null for a connection that keeps none.</summary>
    public static Statements? Of(DbConnection connection) => Known.TryGetValue(connection, out var statements) ? statements : null;

    public static Statements Keep(DbConnection connection)
    {
        var statements = new Statements(connection);
        Known.Add(connection, statements);
        return statements;
    }

    public Task<int> RunAsync(string sql, object? args, CancellationToken ct) => Bound(sql, args).ExecuteNonQueryAsync(ct);

    public Task<object?> ScalarAsync(string sql, object? args, CancellationToken ct) => Bound(sql, args).ExecuteScalarAsync(ct);

    public async Task<IReadOnlyList<T>> RowsAsync<T>(string sql, object? args, CancellationToken ct)
    {
        await using var reader = await Bound(sql, args).ExecuteReaderAsync(ct);
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
        foreach (var command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private Func<DbDataReader, T> Reader<T>(string sql, DbDataReader reader)
    {
        if (!_readers.TryGetValue((sql, typeof(T)), out var known))
        {
            _readers[(sql, typeof(T))] = known = reader.GetRowParser<T>();
        }

        return (Func<DbDataReader, T>)known;
    }

    private DbCommand Bound(string sql, object? args)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
#pragma warning disable CA2100 // the constants of the stores
            command.CommandText = sql;
#pragma warning restore CA2100
            _commands.Add(sql, command);
        }

        command.Transaction = Transaction;
        if (args is not null)
        {
            Bind(command, args);
        }

        return command;
    }

    private static void Bind(DbCommand command, object args)
    {
        var properties = Properties.GetOrAdd(args.GetType(), t => t.GetProperties());
        var isFirst = command.Parameters.Count == 0;
        for (var i = 0; i < properties.Length; i++)
        {
            if (isFirst)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = "@" + properties[i].Name;
                command.Parameters.Add(parameter);
            }

            command.Parameters[i].Value = properties[i].GetValue(args) switch
            {
                null => DBNull.Value,
                DateTimeOffset instant => instant.ToUnixTimeMilliseconds(),
                bool flag => flag ? 1L : 0L,
                int number => (long)number,
                var value => value,
            };
        }
    }
}
