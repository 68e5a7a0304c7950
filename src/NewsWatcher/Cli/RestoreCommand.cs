using System.CommandLine;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>restore: puts a checked backup in place. What was there before is kept beside it.</summary>
internal static class RestoreCommand
{
    private static readonly Argument<FileInfo> Source = new("FILE") { Description = "A backup" };

    public static Command Create() => new Verb("restore", "Put a backup in place of the database; the old one is kept", "restore /mnt/backups/newswatcher-2026-03-19.db") { Source }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (paths, source) = (GlobalOptions.Paths(parsed), parsed.GetRequiredValue(Source));
        if (!source.Exists)
        {
            return terminal.NotFound($"There is no file {source.FullName}.");
        }

        DataFolder.Create(paths);
        using var idle = InstanceLock.TryTake(paths.Data);
        if (idle is null)
        {
            return terminal.Refuse($"A daemon is using {paths.Data}: stop it first.", ExitCodes.InUse);
        }

        if (await Backups.FaultAsync(source.FullName, ct) is { } fault)
        {
            return terminal.Refuse($"{source.FullName} is damaged ({fault}). Nothing was changed.", ExitCodes.Damaged);
        }

        var kept = await Backups.RestoreAsync(source.FullName, paths.DatabaseFile, TimeProvider.System.GetUtcNow(), ct);
        terminal.Line($"{paths.DatabaseFile} is that backup now.{(kept is null ? "" : $" What was there before: {kept}")}");
        return ExitCodes.Done;
    }
}
