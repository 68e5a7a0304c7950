using System.CommandLine;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>The outermost boundary: what went wrong becomes a sentence and an exit code.</summary>
internal static class Boundary
{
    // A stop waits for the writer; systemd waits longer than this.
    private static readonly TimeSpan StopTime = TimeSpan.FromSeconds(28);

    public static async Task<int> RunAsync(string[] args)
    {
        var parsed = CommandLine.Root().Parse(args);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = StopTime });
            return parsed.Errors.Count > 0 && code == ExitCodes.Unexpected ? ExitCodes.Usage : code;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Interrupted. What was captured is kept; the rest stays due.");
            return ExitCodes.Unexpected;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            var code = Code(e);
            await Console.Error.WriteLineAsync(code == ExitCodes.Unexpected ? $"This is a fault of NewsWatcher or of the machine it runs on:\n{e}" : e.Message);
            return code;
        }
    }

    private static int Code(Exception e) => e switch
    {
        SettingsException => ExitCodes.Usage,
        DataInUseException => ExitCodes.InUse,
        DamagedDatabaseException => ExitCodes.Damaged,
        _ => Database.IsDamage(e) ? ExitCodes.Damaged : ExitCodes.Unexpected,
    };
}
