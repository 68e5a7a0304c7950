using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsWatcher.Hosting;
using NewsWatcher.Tests.Support;

namespace NewsWatcher.Tests.Hosting;

public sealed class HostSetupTests
{
    [Theory]
    [InlineData("""{"Fetch": {"Timout": "00:00:10"}}""", "Fetch:Timout is no setting")]
    [InlineData("""{"Files": {"Root": ["x"]}, "Schedule": {"Tick": "00:00:01"}}""", "Files:Root is no setting", "Tick")]
    [InlineData("""{"Fetch": {"PerHost": 0, "Contact": ""}}""", "PerHost", "Contact")]
    [InlineData("""{"Fetch": {"perhost": 3, "AllowedPrivateNetworks": ["10.0.0.0/8"]}, "Files": {"Roots": ["x"]}, "Own": {"Note": 1}}""")]
    public async Task Settings_AreCheckedAllAtOnce(string json, params string[] problems)
    {
        await using var temp = await TempDatabase.CreateAsync();
        await File.WriteAllTextAsync(temp.File("newswatcher.json"), json, TestContext.Current.CancellationToken);
        var folder = Path.GetDirectoryName(temp.File("x"))!; // a path below a folder
        var paths = new AppPaths(folder, folder, IsDemo: false);
        await using var services = new ServiceCollection().AddNewsWatcher(paths, HostSettings.Read(paths), temp.Database, LogLevel.None).BuildServiceProvider();

        var told = Record.Exception(() => HostSetup.Check(services)) is SettingsException refusal ? refusal.Problems : [];

        Assert.Equal(problems.Length, told.Count);
        Assert.All(problems, p => Assert.Contains(told, t => t.Contains(p, StringComparison.Ordinal)));
    }
}
