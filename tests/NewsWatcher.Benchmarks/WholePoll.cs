using System.Diagnostics;
using System.Globalization;

namespace NewsWatcher.Benchmarks;

/// <summary>The whole program on generated feeds: poll --all --no-articles, cold and again with nothing new.</summary>
internal static class WholePoll
{
    private const int Feeds = 1_000;
    private const int Entries = 30;

    /// <param name="args">The program to run; the one built beside this when left out.</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var program = args is [var given, ..] ? Path.GetFullPath(given) : Built();
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"{program} is not built: dotnet build src/NewsWatcher --configuration Release");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("newswatcher-bench-");
        try
        {
            await GenerateAsync(folder.FullName, ct);
            Console.WriteLine($"poll --all --no-articles, {Feeds} feeds of {Entries} entries");
            Console.WriteLine($"{"",-10}{"wall s",10}{"cpu s",10}{"peak MiB",10}{"db MiB",10}  summary");
            foreach (var run in new[] { "cold", "unchanged" })
            {
                await MeasureAsync(run, program, folder.FullName, ct);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string run, string program, string folder, CancellationToken ct)
    {
        var data = Path.Combine(folder, "data");
        using var process = Process.Start(new ProcessStartInfo(program, ["poll", "--all", "--no-articles", "--config", folder, "--data", data]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start");
        var wall = Stopwatch.StartNew();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        long peak = 0;
        var cpu = TimeSpan.Zero;
        while (!process.HasExited)
        {
            // What an ended process used can no longer be asked for everywhere.
            try
            {
                process.Refresh();
                (peak, cpu) = (Math.Max(peak, process.PeakWorkingSet64), process.TotalProcessorTime);
            }
            catch (InvalidOperationException)
            {
                break;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, ct);
        }

        await process.WaitForExitAsync(ct);
        var size = Directory.GetFiles(data).Sum(f => new FileInfo(f).Length);
        var summary = (await output).Split('\n')[0] + (await errors);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{run,-10}{wall.Elapsed.TotalSeconds,10:0.0}{cpu.TotalSeconds,10:0.0}{peak / 1048576.0,10:0}{size / 1048576.0,10:0}  {summary.Trim()}"));
    }

    private static async Task GenerateAsync(string folder, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(folder, "feeds"));
        var list = new List<string>();
        for (var i = 0; i < Feeds; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"f{i}");
            await File.WriteAllTextAsync(Path.Combine(folder, "feeds", id + ".xml"), SampleTexts.FeedOf(id, Entries), ct);
            list.Add($"{{\"id\": \"{id}\", \"file\": \"feeds/{id}.xml\", \"articles\": \"fetch\"}}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "feeds.json"), $"{{\"feeds\": [{string.Join(",\n", list)}]}}", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "outlets.json"), """{"outlets": []}""", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "deals.json"), """{"deals": []}""", ct);
    }

    // artifacts/bin/NewsWatcher.Benchmarks/release/ → artifacts/bin/NewsWatcher/release/
    internal static string Built()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
        return Path.Combine(here.Parent?.Parent?.FullName ?? ".", "NewsWatcher", here.Name, OperatingSystem.IsWindows() ? "newswatcher.exe" : "newswatcher");
    }
}
