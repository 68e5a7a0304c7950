using Microsoft.Data.Sqlite;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Storage;

/// <summary>Works that wait for the writer share a transaction; each is kept, refused or cancelled by itself.</summary>
public sealed class SharedWritesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task MoreThanOneTransactionTakes_AreAllKept()
    {
        await using var temp = await TempDatabase.CreateAsync();

        var added = await BehindAnotherAsync(temp.Database, () => [.. Enumerable.Range(0, 50).Select(i => AddAsync(temp.Database, $"{i}", Ct))]);

        Assert.All(await Task.WhenAll(added), rows => Assert.Equal(1, rows));
        Assert.Equal(50, await CountAsync(temp.Database));
    }

    [Fact]
    public async Task WorksThatWait_SeeWhatTheOnesBeforeThemWrote()
    {
        await using var temp = await TempDatabase.CreateAsync();

        var added = await BehindAnotherAsync(temp.Database, () => [.. Enumerable.Range(0, 5).Select(i => temp.Database.WriteTogetherAsync(async db =>
        {
            await db.RunAsync("insert into settings (name, value) values (@key, 'x')", new { key = $"{i}" }, Ct);
            return (int)await db.ValueAsync<long>("select count(*) from settings where name < 'c'", null, Ct);
        }, Ct))]);

        Assert.Equal(Enumerable.Range(1, 5), await Task.WhenAll(added));
    }

    [Fact]
    public async Task OneThatIsRefused_TakesNoOtherWithIt()
    {
        await using var temp = await TempDatabase.CreateAsync();

        var added = await BehindAnotherAsync(temp.Database, () => [.. new[] { "a", "a", "b" }.Select(key => AddAsync(temp.Database, key, Ct))]);

        Assert.True(Database.IsRefusal(await Assert.ThrowsAsync<SqliteException>(() => added[1])));
        Assert.Equal((1, 1), (await added[0], await added[2]));
        Assert.Equal(2, await CountAsync(temp.Database));
    }

    [Fact]
    public async Task OneThatIsCancelledWhileItWaits_WritesNothing()
    {
        await using var temp = await TempDatabase.CreateAsync();
        using var stop = new CancellationTokenSource();

        var added = await BehindAnotherAsync(temp.Database, () =>
        {
            Task<int>[] waiting = [AddAsync(temp.Database, "a", stop.Token), AddAsync(temp.Database, "b", Ct)];
            stop.Cancel();
            return waiting;
        });

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => added[0]);
        Assert.Equal(1, await added[1]);
        Assert.Equal(1, await CountAsync(temp.Database));
    }

    private static Task<int> AddAsync(Database database, string key, CancellationToken ct) =>
        database.WriteTogetherAsync(db => db.RunAsync("insert into settings (name, value) values (@key, 'x')", new { key }, ct), ct);

    private static Task<long> CountAsync(Database database) => database.ReadAsync(db => db.ValueAsync<long>("select count(*) from settings where name < 'c'", null, Ct), Ct);

    // Begins works while another one holds the writer.
    private static async Task<Task<int>[]> BehindAnotherAsync(Database database, Func<Task<int>[]> begin)
    {
        Task<int>[] begun = [];
        await database.WriteAsync(_ =>
        {
            begun = begin();
            return Task.CompletedTask;
        }, Ct);
        return begun;
    }
}
