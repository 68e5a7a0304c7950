using System.Data.Common;
using NewsWatcher.Tests.Support;
using NewsWatcher.Watching;

namespace NewsWatcher.Tests.Watching;

public sealed class FullDiskTests
{
    private const long MiB = 1024 * 1024;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(99, 0, 0, true)]
    [InlineData(100, 1, 0, true)]
    [InlineData(199, 1, 0, true)]
    [InlineData(200, 1, 1, false)]
    public async Task LittleSpace_StopsArticlesThenPolls(int free, int added, int read, bool isLow)
    {
        await using var folder = Folder();
        folder.Free = free * MiB;

        var report = await folder.PollAsync();

        Assert.Equal((added, read, isLow), (report.Added, report.Readings.Read, report.IsStorageLow));
    }

    [Theory]
    [InlineData(300, 14, 1, false)]
    [InlineData(300, 16, 0, true)]
    public async Task LargeDisk_KeepsAFiftiethFree(int free, int gibibytes, int read, bool isLow)
    {
        await using var folder = Folder();
        (folder.Free, folder.Total) = (free * MiB, gibibytes * 1024 * MiB);

        var report = await folder.PollAsync();

        Assert.Equal((1, read, isLow), (report.Added, report.Readings.Read, report.IsStorageLow));
    }

    [Fact]
    public async Task WhatWaitedForSpace_IsCaughtUp()
    {
        await using var folder = Folder();
        folder.Free = 0;
        await folder.PollAsync();
        folder.Free = 200 * MiB;

        var report = await folder.PollAsync();

        Assert.Equal((1, 1), (report.Added, report.Readings.Read));
    }

    [Fact]
    public async Task FullDisk_KeepsNothingByHalvesAndIsTriedAgainAfterAMinute()
    {
        await using var folder = Folder();
        await folder.PollAsync();
        folder.Feed("one", [.. Enumerable.Range(0, 400).Select(n => ($"story-{n}", $"The plant number {n} is announced"))]);
        folder.Clock.Advance(TimeSpan.FromHours(2));
        await PagesAsync(folder, 1);

        await Assert.ThrowsAnyAsync<DbException>(() => folder.Get<Watch>().TickAsync(progress: null, Ct, Ct));
        Assert.Single(await folder.ItemsAsync());
        Assert.True((await folder.Get<Watch>().TickAsync(progress: null, Ct, Ct)).IsStorageLow);
        await PagesAsync(folder, 1_000_000);
        folder.Clock.Advance(TimeSpan.FromSeconds(61));

        var report = await folder.Get<Watch>().TickAsync(progress: null, Ct, Ct);

        Assert.Equal(400, report.Added);
        Assert.Equal(["interrupted", "ok", "ok"], await folder.Database.ReadAsync(async db => await TextsAsync(db, "select outcome from polls order by outcome"), Ct));
    }

    private static WatchedFolder Folder()
    {
        var folder = new WatchedFolder();
        folder.Configure("one");
        folder.Feed("one", ("first", "A plant is announced"));
        folder.Page("first", "A plant is announced", "It costs 2 billion dollars.");
        return folder;
    }

    // The bound is the writing connection's: at the least it is what the file has, so that nothing can be added.
    private static Task PagesAsync(WatchedFolder folder, int most) => folder.Database.WriteAsync(async db =>
    {
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // a number of this test
        command.CommandText = FormattableString.Invariant($"pragma max_page_count = {most}");
#pragma warning restore CA2100
        await command.ExecuteScalarAsync(Ct);
    }, Ct);

    private static async Task<List<string>> TextsAsync(DbConnection db, string sql)
    {
        await using var command = db.CreateCommand();
#pragma warning disable CA2100 // a text of this test
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync(Ct);
        var texts = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            texts.Add(reader.GetString(0));
        }

        return texts;
    }
}
