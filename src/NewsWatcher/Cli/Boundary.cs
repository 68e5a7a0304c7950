using System.CommandLine;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>The outermost boundary: what went wrong becomes a sentence and an exit code.</summary>
internal static class Boundary
{
    // A stop waits for the writer; systemd waits longer than this.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(28);

    public static Task<int> RunAsync(string[] args) => RunAsync(args, new InvocationConfiguration { ProcessTerminationTimeout = StopTime }, CancellationToken.None);

    /// <param name="console">What is printed on; its default handling of exceptions is turned off.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, InvocationConfiguration console, CancellationToken ct)
    {
        var parsed = CommandLine.Root().Parse(args);
        console.EnableDefaultExceptionHandler = false;
        try
        {
            var code = await parsed.InvokeAsync(console, ct);
            return parsed.Errors.Count > 0 && code == ExitCodes.Unexpected ? ExitCodes.Usage : code;
        }
        catch (OperationCanceledException)
        {
            await console.Error.WriteLineAsync("Interrupted. What was captured is kept; the rest stays due.");
            return ExitCodes.Unexpected;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            await console.Error.WriteLineAsync(Sentence(e));
            return Code(e);
        }
    }

    private static string Sentence(Exception e) => e switch
    {
        IOException or UnauthorizedAccessException => e.Message,
        _ => Code(e) == ExitCodes.Unexpected ? $"This is a fault of NewsWatcher or of the machine it runs on:\n{e}"
            : Database.IsDamage(e) ? $"The database is damaged ({e.Message}). Nothing was changed. Copy the file away, then run: newswatcher restore BACKUP"
            : e.Message,
    };

    private static int Code(Exception e) => e switch
    {
        SettingsException => ExitCodes.Usage,
        DataInUseException => ExitCodes.InUse,
        DamagedDatabaseException => ExitCodes.Damaged,
        FileNotFoundException or DirectoryNotFoundException => ExitCodes.NotFound,
        _ => Database.IsDamage(e) ? ExitCodes.Damaged : ExitCodes.Unexpected,
    };
}
