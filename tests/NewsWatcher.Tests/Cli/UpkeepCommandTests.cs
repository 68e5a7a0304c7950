using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsWatcher.Hosting;

namespace NewsWatcher.Tests.Cli;

/// <summary>backup, restore, doctor, health, and what every verb does when things are broken.</summary>
public sealed class UpkeepCommandTests : IDisposable
{
    private readonly CliFolder _folder = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private string DatabaseFile => Path.Combine(_folder.Data, "newswatcher.db");

    [Fact]
    public async Task Backup_ComesBack()
    {
        await _folder.CaptureAsync("a", "Title", new());
        Assert.Equal(0, (await _folder.RunAsync("backup", _folder.File("copy.db"))).Code);
        await _folder.CaptureAsync("b", "Another", new());

        var restored = await _folder.RunAsync("restore", _folder.File("copy.db"));

        Assert.Equal(0, restored.Code);
        Assert.Contains("What was there before: ", restored.Output, StringComparison.Ordinal);
        Assert.Single((await _folder.JsonAsync("items", "list")).AsArray());
    }

    [Fact]
    public async Task Restore_MakesAPrivateFolderAndLeavesNoLogOfAnotherDatabase()
    {
        await _folder.CaptureAsync("a", "Title", new());
        Assert.Equal(0, (await _folder.RunAsync("backup", _folder.File("copy.db"))).Code);
        Directory.Delete(_folder.Data, recursive: true);
        Assert.Equal(0, (await _folder.RunAsync("restore", _folder.File("copy.db"))).Code);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.Data));
        }

        File.Delete(DatabaseFile);
        await File.WriteAllTextAsync(DatabaseFile + "-wal", "stale", Ct);

        Assert.Equal(0, (await _folder.RunAsync("restore", _folder.File("copy.db"))).Code);
        Assert.False(File.Exists(DatabaseFile + "-wal"));
        Assert.Single((await _folder.JsonAsync("items", "list")).AsArray());
    }

    [Fact]
    public async Task Backup_OverwritesNothingAndNeedsADatabase()
    {
        Assert.Equal(5, (await _folder.RunAsync("backup", _folder.File("copy.db"))).Code);
        await _folder.RunAsync("feeds", "list");
        Assert.Equal(2, (await _folder.RunAsync("backup", _folder.Write("copy.db", "mine"))).Code);
        Assert.Equal("mine", await File.ReadAllTextAsync(_folder.File("copy.db"), Ct));
    }

    [Fact]
    public async Task Restore_RefusesWhatIsNoBackupAndADaemonAtWork()
    {
        await _folder.RunAsync("feeds", "list");

        Assert.Equal(4, (await _folder.RunAsync("restore", _folder.Write("broken.db", new string('x', 5000)))).Code);
        Assert.Equal(5, (await _folder.RunAsync("restore", _folder.File("nowhere.db"))).Code);
        using var daemon = InstanceLock.TryTake(_folder.Data);
        Assert.NotNull(daemon);
        Assert.Equal(3, (await _folder.RunAsync("restore", _folder.File("broken.db"))).Code);
    }

    [Fact]
    public async Task DamagedDatabase_IsToldAndLeftAlone()
    {
        Directory.CreateDirectory(_folder.Data);
        await File.WriteAllTextAsync(DatabaseFile, new string('x', 5000), Ct);

        var listed = await _folder.RunAsync("items", "list");
        var examined = await _folder.RunAsync("doctor");

        Assert.Equal((4, 4), (listed.Code, examined.Code));
        Assert.Contains("newswatcher restore BACKUP", listed.Error, StringComparison.Ordinal);
        Assert.Contains("fail  database: ", examined.Output, StringComparison.Ordinal);
        Assert.Equal(new string('x', 5000), await File.ReadAllTextAsync(DatabaseFile, Ct));
    }

    [Fact]
    public async Task Doctor_FindsASoundHouse()
    {
        await _folder.CaptureAsync("a", "Title", new());

        var findings = (await _folder.JsonAsync("doctor")).AsArray();

        Assert.Equal(["configuration", "settings", "data folder", "database", "daemon", "clock", "feeds", "disk", "languages", "time zones"], findings.Select(f => (string)f!["check"]!));
        Assert.DoesNotContain("fail", findings.Select(f => (string)f!["state"]!));
    }

    [Fact]
    public async Task Doctor_TellsWhichPrivateNetworksAreOpen()
    {
        _folder.Write("config/newswatcher.json", """{ "Fetch": { "AllowedPrivateNetworks": [ "10.1.2.0/24" ] } }""");

        Assert.Contains("warn  private network: feeds and pages may reach 10.1.2.0/24", (await _folder.RunAsync("doctor")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Doctor_TellsWhatIsWrongWithTheConfiguration()
    {
        _folder.Write("config/feeds.json", "{");
        _folder.Write("config/newswatcher.json", "{");

        var run = await _folder.RunAsync("doctor");

        Assert.Equal(2, run.Code);
        Assert.Contains("fail  configuration: ", run.Output, StringComparison.Ordinal);
        Assert.Contains("fail  settings: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task BadSettings_AreAUsageErrorOfEveryVerb()
    {
        _folder.Write("config/newswatcher.json", "{");

        Assert.Equal(2, (await _folder.RunAsync("feeds", "list")).Code);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", 0)]
    [InlineData("HTTP/1.1 503 Service Unavailable\r\n\r\n", 1)]
    [InlineData("SSH-2.0-OpenSSH\r\n", 1)]
    [InlineData("", 1)]
    public async Task Health_AsksTheDaemon(string answer, int code)
    {
        using var daemon = new TcpListener(IPAddress.Loopback, 0);
        daemon.Start();
        _folder.Write("config/newswatcher.json", string.Create(CultureInfo.InvariantCulture, $$"""{ "Web": { "Address": "127.0.0.1", "Port": {{((IPEndPoint)daemon.LocalEndpoint).Port}} } }"""));
        var answered = AnswerAsync(daemon, answer);

        Assert.Equal(code, (await _folder.RunAsync("health")).Code);
        Assert.StartsWith("GET /healthz HTTP/1.1\r\n", await answered, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_WithoutADaemonIsBad()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            _folder.Write("config/newswatcher.json", string.Create(CultureInfo.InvariantCulture, $$"""{ "Web": { "Port": {{((IPEndPoint)free.LocalEndpoint).Port}} } }"""));
        }

        var run = await _folder.RunAsync("health");

        Assert.Equal(1, run.Code);
        Assert.StartsWith("No daemon answers at 127.0.0.1:", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_ShowsExamples()
    {
        var run = await _folder.RunAsync("items", "export", "--help");

        Assert.Equal(0, run.Code);
        Assert.Contains("Examples:\n  newswatcher items export --format jsonl > items.jsonl\n", run.Output, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> AnswerAsync(TcpListener daemon, string answer)
    {
        using var client = await daemon.AcceptTcpClientAsync(Ct);
        await using var stream = client.GetStream();
        var asked = new byte[1024];
        var length = await stream.ReadAsync(asked, Ct);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), Ct);
        return Encoding.ASCII.GetString(asked, 0, length);
    }
}
