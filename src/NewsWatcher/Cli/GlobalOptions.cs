using System.CommandLine;
using NewsWatcher.Hosting;

namespace NewsWatcher.Cli;

/// <summary>What every verb understands.</summary>
internal static class GlobalOptions
{
    public static Option<string?> Config { get; } = new("--config") { Description = "Folder of the configuration files", Recursive = true, HelpName = "DIR" };

    public static Option<string?> Data { get; } = new("--data") { Description = "Folder of the database", Recursive = true, HelpName = "DIR" };

    public static Option<bool> Demo { get; } = new("--demo") { Description = "Use the demo's configuration and its own database", Recursive = true };

    public static Option<int?> Width { get; } = new("--width") { Description = "Columns to lay tables out for (default: the terminal's, 100 in a pipe)", Recursive = true, HelpName = "N" };

    public static Option<bool> Json { get; } = new("--json") { Description = "Print JSON, in a stable documented shape" };

    public static AppPaths Paths(ParseResult parsed) =>
        AppPaths.Find(parsed.GetValue(Config), parsed.GetValue(Data), parsed.GetValue(Demo));
}
