using Microsoft.Extensions.Time.Testing;
using NewsWatcher.Hosting;

namespace NewsWatcher.Tests.Hosting;

public sealed class HeldDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;
    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task DataHeldForAMoment_IsWaitedFor()
    {
        var reader = InstanceLock.TryTake(_folder);
        var taking = HeldData.TakeAsync(Paths(isDemo: false), startsAnew: false, _clock, Ct);
        Assert.False(taking.IsCompleted);
        reader?.Dispose();
        _clock.Advance(TimeSpan.FromMilliseconds(50));

        using var data = await taking;

        Assert.Null(InstanceLock.TryTake(_folder));
    }

    [Fact]
    public void LockThatCannotBeMade_IsNotTakenForAnother() =>
        Assert.ThrowsAny<IOException>(() => InstanceLock.TryTake(Path.Combine(_folder, "missing")));

    [Fact]
    public async Task DemoThatStartsAnew_LetsGoOfItsDatabaseAlone()
    {
        var paths = Paths(isDemo: true);
        foreach (var name in new[] { "newswatcher.db", "newswatcher.db-wal", "notes.txt" })
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), "of an earlier program", Ct);
        }

        using var data = await HeldData.TakeAsync(paths, startsAnew: true, _clock, Ct);

        Assert.Equal("of an earlier program", await File.ReadAllTextAsync(Path.Combine(_folder, "notes.txt"), Ct));
    }

    [Fact]
    public async Task DatabaseThatWasClosedInOrder_IsKnownForIt()
    {
        var paths = Paths(isDemo: false);
        (await HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct)).Dispose();

        Assert.True(new SoundMark(paths).Take());
        Assert.False(new SoundMark(paths).Take());
    }

    [Theory]
    [InlineData("newswatcher.db")]
    [InlineData("newswatcher.db-wal")]
    public async Task DatabaseThatWasTouchedSince_IsCheckedAgain(string file)
    {
        var paths = Paths(isDemo: false);
        (await HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct)).Dispose();
        await File.AppendAllTextAsync(Path.Combine(_folder, file), "x", Ct);

        Assert.False(new SoundMark(paths).Take());
    }

    [Fact]
    public async Task ProcessThatWasKilled_LeavesNoMark()
    {
        var paths = Paths(isDemo: false);
        (await HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct)).Dispose();
        using var killed = await HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct);

        Assert.False(new SoundMark(paths).Take());
    }

    [Fact]
    public async Task DamagedDatabase_IsNotTakenForSound()
    {
        var paths = Paths(isDemo: false);
        (await HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct)).Dispose();
        await File.WriteAllTextAsync(paths.DatabaseFile, new string('x', 8_192), Ct);

        await Assert.ThrowsAsync<DamagedDatabaseException>(() => HeldData.TakeAsync(paths, startsAnew: false, _clock, Ct));
    }

    [Fact]
    public void LiveData_IsNeverLetGo() => Assert.Throws<InvalidOperationException>(() => DataFolder.Empty(Paths(isDemo: false)));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private AppPaths Paths(bool isDemo) => new(_folder, _folder, isDemo);
}
