using System.CommandLine;
using NewsWatcher.Cli;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Cli;

/// <summary>What ends a command becomes an exit code.</summary>
public sealed class BoundaryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-").FullName;

    public BoundaryTests()
    {
        Config("feeds.json", """{"feeds": []}""");
        Config("outlets.json", """{"outlets": []}""");
        Config("deals.json", """{"deals": []}""");
    }

    private string Data => Path.Combine(_folder, "data");

    [Fact]
    public async Task SoundPoll_IsDone() => Assert.Equal(ExitCodes.Done, await PollAsync());

    [Fact]
    public async Task UnknownOption_IsUsage() => Assert.Equal(ExitCodes.Usage, await PollAsync("--sideways"));

    [Fact]
    public async Task UnknownFeed_IsNotFound() => Assert.Equal(ExitCodes.NotFound, await PollAsync("--feed", "nobody"));

    [Theory]
    [InlineData("extract", "--in")]
    [InlineData("extract", "--deals")]
    [InlineData("group", "--in")]
    [InlineData("group", "--deals")]
    [InlineData("read", "--in")]
    [InlineData("parse-feed", "--in")]
    public async Task MissingFile_IsNotFound(string command, string option)
    {
        foreach (var missing in new[] { Path.Combine(_folder, "missing.json"), Path.Combine(_folder, "no-folder", "missing.json") })
        {
            using var error = new StringWriter();

            Assert.Equal(ExitCodes.NotFound, await Boundary.RunAsync([command, "--jsonl", option, missing], new InvocationConfiguration { Error = error }, TestContext.Current.CancellationToken));
            Assert.Contains(missing, error.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task BadConfigurationAtTheFirstStart_IsUsageAndLaterIsNot()
    {
        Config("feeds.json", """{"feeds": [{"id": "A B"}]}""");
        Assert.Equal(ExitCodes.Usage, await PollAsync());

        Config("feeds.json", """{"feeds": []}""");
        Assert.Equal(ExitCodes.Done, await PollAsync());

        Config("feeds.json", "{");
        Assert.Equal(ExitCodes.Done, await PollAsync());
    }

    [Theory]
    [InlineData("""{"Schedule": {"ParallelFeeds": 1000, "Tick": "00:00:00"}}""")]
    [InlineData("""{"Schedule": {"ParallelFeeds": "many"}}""")]
    [InlineData("""{"Schedule": """)]
    public async Task BadSettings_AreUsage(string settings)
    {
        Config("newswatcher.json", settings);

        Assert.Equal(ExitCodes.Usage, await PollAsync());
    }

    [Fact]
    public async Task HeldData_IsInUse()
    {
        Directory.CreateDirectory(Data);
        using var held = InstanceLock.TryTake(Data);
        using var error = new StringWriter();

        var code = await Boundary.RunAsync(["poll", "--all", "--config", _folder, "--data", Data], new InvocationConfiguration { Error = error }, TestContext.Current.CancellationToken);

        Assert.NotNull(held);
        Assert.Equal($"{Data} is in use by another NewsWatcher. Stop it first, or choose another folder with --data.", error.ToString().Trim());
        Assert.Equal(ExitCodes.InUse, code);
    }

    [Fact]
    public async Task DamagedDatabase_IsToldAndLeftAsItIs()
    {
        Directory.CreateDirectory(Data);
        var file = Path.Combine(Data, Database.FileName);
        await File.WriteAllTextAsync(file, new string('x', 5_000), TestContext.Current.CancellationToken);

        Assert.Equal(ExitCodes.Damaged, await PollAsync());
        Assert.Equal(5_000, new FileInfo(file).Length);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Config(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private Task<int> PollAsync(params string[] more) => Boundary.RunAsync(["poll", "--all", "--config", _folder, "--data", Data, .. more]);
}
