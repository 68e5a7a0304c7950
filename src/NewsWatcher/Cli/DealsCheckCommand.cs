using System.CommandLine;

namespace NewsWatcher.Cli;

/// <summary>deals check: everything that is wrong with deals.json and the files beside it.</summary>
internal static class DealsCheckCommand
{
    public static Command Create() => new Verb("check", "Check deals.json and the files beside it", "deals check", "deals check --config ./config --json") { GlobalOptions.Json }
        .Running(FeedsCheckCommand.FilesAsync);
}
