using System.Globalization;
using System.Text.Json;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;
using NewsWatcher.Tests.Support.Hostile;

namespace NewsWatcher.Benchmarks;

/// <summary>The whole program against everything that misbehaves: three polls in a row with the default limits, next to healthy feeds.</summary>
internal sealed class HostileRun(HostileStage stage, string program, string folder)
{
    private const int Polls = 3;
    private const long MostBytes = 400L * 1024 * 1024;

    private static readonly TimeSpan HealthyWithin = TimeSpan.FromSeconds(20);

    private readonly List<string> _faults = [];

    /// <param name="args">The program to run, the one built beside this when left out.</param>
    /// <returns>0 when everything ended as it has to, else 1.</returns>
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var program = args is [var given, ..] ? Path.GetFullPath(given) : WholePoll.Built();
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"{program} is not built: dotnet build src/NewsWatcher --configuration Release");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("newswatcher-hostile-");
        await using var stage = new HostileStage(linksEvery: 1);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "feeds.json"), stage.FeedsJson, ct);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "outlets.json"), """{"outlets": []}""", ct);
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "deals.json"), """{"deals": []}""", ct);
            return await new HostileRun(stage, program, folder.FullName).PollsAsync(ct);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task<int> PollsAsync(CancellationToken ct)
    {
        for (var turn = 1; turn <= Polls; turn++)
        {
            await PollAsync(turn, ct);
        }

        Check(stage.Intruders == 0, $"{stage.Intruders} connections reached an address that nobody may reach");
        Console.WriteLine(_faults.Count == 0 ? $"All {HostileCatalogue.All.Count} behaviours ended as they have to, {Polls} times." : $"{_faults.Count} things are wrong:");
        _faults.ForEach(f => Console.WriteLine("  " + f));
        return _faults.Count == 0 ? 0 : 1;
    }

    private async Task PollAsync(int turn, CancellationToken ct)
    {
        var data = Path.Combine(folder, "data");
        var start = TimeProvider.System.GetUtcNow();
        var run = await MeasuredRun.OfAsync(program, ["poll", "--all", "--json", "--config", folder, "--data", data], new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["NEWSWATCHER__Fetch__AllowedPrivateNetworks__0"] = HostileStage.Network,
        }, ct);
        if (run.ExitCode != 0)
        {
            _faults.Add($"poll {turn} ended with {run.ExitCode}: {run.Errors.Trim()}");
            return;
        }

        using var report = JsonDocument.Parse(run.Output);
        var ended = report.RootElement.GetProperty("feeds").EnumerateArray().ToDictionary(f => f.GetProperty("id").GetString() ?? "", StringComparer.Ordinal);
        var times = await TimesAsync(data, start, ct);
        Behaviours(turn, ended, times);
        var healthy = HostileStage.HealthyIds.Select(id => times.GetValueOrDefault(id, TimeSpan.MaxValue)).Max();
        var failed = HostileStage.HealthyIds.Append(HostileStage.PagesFeed).Where(id => !ended.TryGetValue(id, out var feed) || Outcome(feed) is not (OutcomeClass.Ok or OutcomeClass.NotModified)).ToList();
        var readings = report.RootElement.GetProperty("readings");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"poll {turn}: {ended.Count} feeds in {run.Wall.TotalSeconds:0.0} s, the healthy ones within {healthy.TotalSeconds:0.0} s, peak {run.Peak / 1048576.0:0} MiB, pages {readings.GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal)}"));
        Check(failed.Count == 0, $"poll {turn}: healthy feeds failed: {string.Join(", ", failed)}");
        Check(healthy <= HealthyWithin, $"poll {turn}: the healthy feeds took {healthy}");
        Check(run.Peak is > 0 and <= MostBytes, $"poll {turn}: {run.Peak / 1048576} MiB were resident");
        Check(readings.GetProperty("failed").GetInt32() == 0, $"poll {turn}: pages failed in the program itself");
    }

    private void Behaviours(int turn, Dictionary<string, JsonElement> ended, IReadOnlyDictionary<string, TimeSpan> times)
    {
        Console.WriteLine($"{"behaviour",-64} {"expected",-12} {"seen",-12} {"done ms",8}");
        foreach (var (behaviour, n) in HostileCatalogue.All.Select((b, n) => (b, n)))
        {
            // Who asked to be left alone for a while is not asked again, not even by hand.
            var isSpared = turn > 1 && behaviour.Expected == OutcomeClass.RateLimited;
            var isThere = ended.TryGetValue(HostileStage.Id(n), out var feed);
            var fault = !isThere ? isSpared ? null : "was not polled" : HostileCatalogue.Fault(behaviour, Outcome(feed), feed.GetProperty("reason").GetString(), feed.GetProperty("entries").GetInt32(), turn == 1);
            var name = behaviour.Name.Length > 64 ? behaviour.Name[..64] : behaviour.Name;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{name,-64} {behaviour.Expected,-12} {(isThere ? Outcome(feed).ToString() : "spared"),-12} {times.GetValueOrDefault(HostileStage.Id(n)).TotalMilliseconds,8:0}{(fault is null ? "" : "  WRONG")}"));
            Check(fault is null, $"poll {turn}: {behaviour.Name} {fault}");
        }
    }

    /// <summary>When each feed was done, since the start.</summary>
    private static async Task<IReadOnlyDictionary<string, TimeSpan>> TimesAsync(string data, DateTimeOffset start, CancellationToken ct)
    {
        using var database = new Database(Path.Combine(data, Database.FileName));
        var ends = await database.ReadAsync(db => db.RowsAsync<PollEnd>(
            "select f.key, max(p.finished_at) as finished from polls p join feeds f on f.id = p.feed_id where p.started_at >= @start group by f.key", new { start }, ct), ct);
        return ends.ToDictionary(e => e.Key, e => DateTimeOffset.FromUnixTimeMilliseconds(e.Finished) - start, StringComparer.Ordinal);
    }

    private static OutcomeClass Outcome(JsonElement feed) =>
        Enum.Parse<OutcomeClass>((feed.GetProperty("outcome").GetString() ?? "").Replace("_", "", StringComparison.Ordinal), ignoreCase: true);

    private void Check(bool holds, string fault)
    {
        if (!holds)
        {
            _faults.Add(fault);
        }
    }

    private sealed record PollEnd
    {
        public string Key { get; init; } = "";

        public long Finished { get; init; }
    }
}
