using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>backup: a whole, checked copy of the database, also beside a running daemon.</summary>
internal static class BackupCommand
{
    private static readonly Argument<FileInfo> Target = new("FILE") { Description = "Where to write the copy; must not exist" };

    public static Command Create() => new Verb("backup", "Write a checked copy of the database", "backup /mnt/backups/newswatcher-2026-03-19.db") { Target }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (paths, target) = (GlobalOptions.Paths(parsed), parsed.GetRequiredValue(Target));
        if (!File.Exists(paths.DatabaseFile))
        {
            return terminal.NotFound($"There is no database in {paths.Data} yet.");
        }

        if (target.Exists)
        {
            return terminal.Refuse($"{target.FullName} exists already; nothing was written.", ExitCodes.Usage);
        }

        if (await Backups.FaultAsync(paths.DatabaseFile, ct) is { } fault)
        {
            return terminal.Refuse($"{paths.DatabaseFile} is damaged ({fault}). No backup was written.", ExitCodes.Damaged);
        }

        using var database = new Database(paths.DatabaseFile);
        await Backups.WriteAsync(database, target.FullName, ct);
        target.Refresh();
        terminal.Line($"{target.FullName}: {target.Length / 1024} KiB, checked.");
        return ExitCodes.Done;
    }
}
