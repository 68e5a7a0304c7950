using System.Collections.Concurrent;
using System.Reflection;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsWatcher.Storage;

/// <summary>One prepared statement, spoken to without the layers of ADO.NET: those cost several times what SQLite itself takes to find or add a row.</summary>
internal sealed class Statement : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;

    // Where the properties of the arguments go, by their type; 0 for one that the statement does not name.
    private readonly Dictionary<Type, int[]> _places = [];
    private byte[] _text = new byte[1024];

    private Statement(sqlite3 database, sqlite3_stmt statement) => (_database, _statement) = (database, statement);

    /// <summary>Null for more than one statement.</summary>
    /// <exception cref="SqliteException">It is no SQL, or names what is not there.</exception>
    public static Statement? Of(sqlite3 database, string sql)
    {
        Check(database, raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement, out var rest));
        if (!string.IsNullOrWhiteSpace(rest))
        {
            statement.Dispose();
            return null;
        }

        return new(database, statement);
    }

    /// <summary>The number of rows changed.</summary>
    public int Run(object? args) => Asked(args, _ => raw.sqlite3_stmt_readonly(_statement) != 0 ? 0 : raw.sqlite3_changes(_database));

    /// <summary>The first column of the first row; null without one.</summary>
    public object? Scalar(object? args) => Asked(args, isRow => isRow ? Column() : null);

    /// <summary>Whether it surely answers with no row. Only a statement that changes nothing is tried.</summary>
    public bool IsEmpty(object? args) => raw.sqlite3_stmt_readonly(_statement) != 0 && Asked(args, isRow => !isRow);

    public void Dispose() => _statement.Dispose();

    // What changes rows has changed all of them after its first step, whatever it answers.
    private T Asked<T>(object? args, Func<bool, T> answer)
    {
        Bind(args);
        try
        {
            var code = raw.sqlite3_step(_statement);
            if (code is not (raw.SQLITE_ROW or raw.SQLITE_DONE))
            {
                SqliteException.ThrowExceptionForRC(code, _database);
            }

            return answer(code == raw.SQLITE_ROW);
        }
        finally
        {
            _ = raw.sqlite3_reset(_statement);
        }
    }

    private object? Column() => raw.sqlite3_column_type(_statement, 0) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(_statement, 0),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(_statement, 0),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(_statement, 0).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(_statement, 0).ToArray(),
        _ => null,
    };

    private void Bind(object? args)
    {
        if (args is null)
        {
            return;
        }

        var properties = Properties.GetOrAdd(args.GetType(), t => t.GetProperties());
        if (!_places.TryGetValue(args.GetType(), out var places))
        {
            _places[args.GetType()] = places = Array.ConvertAll(properties, p => raw.sqlite3_bind_parameter_index(_statement, "@" + p.Name));
        }

        for (var i = 0; i < places.Length; i++)
        {
            if (places[i] > 0)
            {
                Check(_database, Bind(places[i], properties[i].GetValue(args)));
            }
        }
    }

    private int Bind(int place, object? value) => value switch
    {
        null => raw.sqlite3_bind_null(_statement, place),
        string text => raw.sqlite3_bind_text(_statement, place, Bytes(text)),
        long number => raw.sqlite3_bind_int64(_statement, place, number),
        int number => raw.sqlite3_bind_int64(_statement, place, number),
        bool flag => raw.sqlite3_bind_int64(_statement, place, flag ? 1 : 0),
        DateTimeOffset instant => raw.sqlite3_bind_int64(_statement, place, instant.ToUnixTimeMilliseconds()),
        double number => raw.sqlite3_bind_double(_statement, place, number),
        byte[] bytes => raw.sqlite3_bind_blob(_statement, place, bytes),
        _ => throw new ArgumentException($"a {value.GetType().Name} has no place in the store", nameof(value)),
    };

    // SQLite takes a copy.
    private ReadOnlySpan<byte> Bytes(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_text.Length < most)
        {
            _text = new byte[most];
        }

        return _text.AsSpan(0, Encoding.UTF8.GetBytes(text, _text));
    }

    private static void Check(sqlite3 database, int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
