using System.Globalization;
using System.Reflection;

namespace NewsWatcher.Storage;

/// <summary>Brings a database to the newest schema: embedded scripts, forward only, one transaction each.</summary>
public static class SchemaMigrator
{
    private const string Folder = "Storage/Schema/";

    /// <summary>The number of the newest script.</summary>
    public static long Newest => Scripts().Max(s => s.Number);

    /// <exception cref="InvalidOperationException">The database was made by a newer program.</exception>
    public static async Task MigrateAsync(Database database, CancellationToken ct)
    {
        var version = await database.ReadAsync(async db =>
        {
            await db.RunAsync("pragma journal_mode = wal", null, ct);
            return await db.ValueAsync<long>("pragma user_version", null, ct);
        }, ct);
        if (version > Newest)
        {
            throw new InvalidOperationException($"{database.Path} has schema {version}, this program knows {Newest}: it was written by a newer NewsWatcher");
        }

        foreach (var (number, name) in Scripts().Where(s => s.Number > version))
        {
            var script = await ScriptAsync(name, ct);
            await database.WriteAsync(async db =>
            {
                await db.RunAsync(script, null, ct);
                // A pragma takes no parameters; the number comes from a file name of our own.
#pragma warning disable CA2100
                await db.RunAsync($"pragma user_version = {number.ToString(CultureInfo.InvariantCulture)}", null, ct);
#pragma warning restore CA2100
            }, ct);
        }
    }

    private static List<(long Number, string Name)> Scripts() =>
        [.. typeof(SchemaMigrator).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
            .Select(n => (long.Parse(n.AsSpan(Folder.Length, 4), NumberStyles.None, CultureInfo.InvariantCulture), n))
            .Order()];

    private static async Task<string> ScriptAsync(string name, CancellationToken ct)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!); // listed by the assembly itself
        return await reader.ReadToEndAsync(ct);
    }
}
