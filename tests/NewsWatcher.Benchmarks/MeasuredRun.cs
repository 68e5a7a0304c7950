using System.Diagnostics;

namespace NewsWatcher.Benchmarks;

/// <summary>One run of the program, with what it printed and took.</summary>
/// <param name="Peak">Most resident bytes.</param>
internal sealed record MeasuredRun(int ExitCode, string Output, string Errors, TimeSpan Wall, long Peak)
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(20);

    /// <param name="environment">Settings, by the names of the environment.</param>
    public static async Task<MeasuredRun> OfAsync(string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> environment, CancellationToken ct)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var wall = Stopwatch.StartNew();
        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        long peak = 0;
        while (!process.HasExited)
        {
            // What an ended process used can no longer be asked for everywhere.
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException)
            {
                break;
            }

            await Task.Delay(Often, TimeProvider.System, ct);
        }

        await process.WaitForExitAsync(ct);
        return new(process.ExitCode, await output, await errors, wall.Elapsed, peak);
    }
}
