namespace NewsWatcher.Tests.House;

/// <summary>A stage may name itself and what stands to its left. Only Watching joins them.</summary>
public sealed class StageOrderTests
{
    private static readonly string[] Stages = ["Fetching", "Html", "Feeds", "Articles", "Extraction", "Deals", "Storage", "Watching"];

    public static TheoryData<string> Names => [.. Stages];

    [Theory]
    [MemberData(nameof(Names))]
    public void Stage_NamesOnlyWhatStandsToItsLeft(string stage)
    {
        var right = Stages.Skip(Array.IndexOf(Stages, stage) + 1).ToArray();

        var offences = Repository.Sources($"src/NewsWatcher.Pipeline/{stage}")
            .SelectMany(f => f.Lines.Select((line, i) => (Place: $"{f.Path}:{i + 1}", line)))
            .Where(l => right.Any(r => Uses(l.line, r)))
            .Select(l => l.Place);

        Assert.Empty(offences);
    }

    [Theory]
    [InlineData("Extraction")]
    [InlineData("Deals")]
    public void PureStage_TouchesNeitherDiskNorNetworkNorClock(string stage)
    {
        string[] forbidden = [" File.", "(File.", "Directory.", "HttpClient", "TimeProvider", "Stopwatch", "Environment.", "Socket", "System.Net.Http", "Microsoft.Data", "ILogger"];

        var offences = Repository.Sources($"src/NewsWatcher.Pipeline/{stage}")
            .SelectMany(f => f.Lines.Select((line, i) => (Place: $"{f.Path}:{i + 1}", line)))
            .Where(l => !l.line.TrimStart().StartsWith("//", StringComparison.Ordinal) && forbidden.Any(w => l.line.Contains(w, StringComparison.Ordinal)))
            .Select(l => l.Place);

        Assert.Empty(offences);
    }

    [Fact]
    public void EverySourceFileOfTheLibrary_LivesInARoom()
    {
        var homeless = Repository.Sources("src/NewsWatcher.Pipeline").Select(f => f.Path)
            .Where(p => !Stages.Append("Configuration").Any(s => p.StartsWith($"src/NewsWatcher.Pipeline/{s}/", StringComparison.Ordinal))).ToList();

        Assert.Empty(homeless);
    }

    private static bool Uses(string line, string stage) =>
        line.Contains($"NewsWatcher.{stage};", StringComparison.Ordinal) || line.Contains($"NewsWatcher.{stage}.", StringComparison.Ordinal);
}
