using System.Data;
using System.Data.Common;
using Dapper;

namespace NewsWatcher.Storage;

/// <summary>Queries in one line each, with the token passed on. Columns map to properties of the same name, underscores ignored.</summary>
internal static class Rows
{
    public static void Prepare()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset));
        SqlMapper.RemoveTypeMap(typeof(DateTimeOffset?));
        SqlMapper.AddTypeHandler(new Instants());
    }

    public static async Task<IReadOnlyList<T>> RowsAsync<T>(this DbConnection connection, string sql, object? args, CancellationToken ct) =>
        Statements.Of(connection) is { } kept ? await kept.RowsAsync<T>(sql, args, ct) : [.. await connection.QueryAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct))];

    public static async Task<T?> RowAsync<T>(this DbConnection connection, string sql, object? args, CancellationToken ct) =>
        Statements.Of(connection) is { } kept ? (await kept.RowsAsync<T?>(sql, args, ct)) is [var first, ..] ? first : default
            : await connection.QueryFirstOrDefaultAsync<T?>(new CommandDefinition(sql, args, cancellationToken: ct));

    public static async Task<T> ValueAsync<T>(this DbConnection connection, string sql, object? args, CancellationToken ct) =>
        (Statements.Of(connection) is { } kept ? (T?)await kept.ScalarAsync(sql, args, ct) : await connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, args, cancellationToken: ct)))
            ?? throw new InvalidOperationException("a query for one value gave none");

    /// <summary>The number of rows changed.</summary>
    public static Task<int> RunAsync(this DbConnection connection, string sql, object? args, CancellationToken ct) =>
        Statements.Of(connection) is { } kept ? kept.RunAsync(sql, args, ct) : connection.ExecuteAsync(new CommandDefinition(sql, args, cancellationToken: ct));

    private sealed class Instants : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => DateTimeOffset.FromUnixTimeMilliseconds(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value)
        {
            parameter.DbType = DbType.Int64;
            parameter.Value = value.ToUnixTimeMilliseconds();
        }
    }
}
