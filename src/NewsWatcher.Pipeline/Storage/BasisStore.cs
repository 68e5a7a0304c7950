namespace NewsWatcher.Storage;

/// <summary>Bases: what facts are read with. A number counts up whenever deals, rules or the standing of outlets become others, also back to what they were before.</summary>
public sealed class BasisStore(Database database)
{
    private const string Newest = "select id, stamp from bases order by id desc limit 1";

    /// <summary>The number of the basis that this catalog and this program make; it is in force from now on.</summary>
    public async Task<long> CurrentAsync(Catalog catalog, DateTimeOffset now, CancellationToken ct)
    {
        var stamp = catalog.Basis();
        return await database.ReadAsync(db => db.RowAsync<Row>(Newest, null, ct), ct) is { } newest && newest.Is(stamp)
            ? newest.Id
            : await database.WriteAsync(async db => await db.RowAsync<Row>(Newest, null, ct) is { } other && other.Is(stamp)
                ? other.Id
                : await db.ValueAsync<long>("insert into bases (at, stamp) values (@now, @stamp) returning id", new { now, stamp }, ct), ct);
    }

    private sealed record Row
    {
        public long Id { get; init; }

        public string Stamp { get; init; } = "";

        public bool Is(string stamp) => string.Equals(Stamp, stamp, StringComparison.Ordinal);
    }
}
