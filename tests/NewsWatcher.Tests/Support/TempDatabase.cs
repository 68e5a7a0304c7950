using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Support;

/// <summary>A migrated database in a folder of its own, gone with the test.</summary>
public sealed class TempDatabase : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;

    private TempDatabase() => Database = new Database(Path.Combine(_folder, Database.FileName));

    public Database Database { get; }

    public static async Task<TempDatabase> CreateAsync()
    {
        var temp = new TempDatabase();
        await SchemaMigrator.MigrateAsync(temp.Database, TestContext.Current.CancellationToken);
        return temp;
    }

    public string File(string name) => Path.Combine(_folder, name);

    public ValueTask DisposeAsync()
    {
        Database.Dispose();
        Directory.Delete(_folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}
