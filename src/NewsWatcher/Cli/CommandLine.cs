using System.CommandLine;
using System.CommandLine.Help;

namespace NewsWatcher.Cli;

/// <summary>The verbs. Each file beside this one builds one of them.</summary>
internal static class CommandLine
{
    // One for the process: symbols remember their parents.
    private static readonly RootCommand All = Build();

    public static RootCommand Root() => All;

    public static Task<int> InvokeAsync(IReadOnlyList<string> args) => InvokeAsync(args, new InvocationConfiguration(), CancellationToken.None);

    /// <summary>A line that cannot be understood is told with the usage of its verb, and ends with <see cref="ExitCodes.Usage"/>.</summary>
    public static async Task<int> InvokeAsync(IReadOnlyList<string> args, InvocationConfiguration console, CancellationToken ct)
    {
        var parsed = Root().Parse(args);
        var code = await parsed.InvokeAsync(console, ct);
        return parsed.Errors.Count > 0 && code == ExitCodes.Unexpected ? ExitCodes.Usage : code;
    }

    private static RootCommand Build()
    {
        var root = new RootCommand("NewsWatcher follows deals in the news.")
        {
            GlobalOptions.Config,
            GlobalOptions.Data,
            GlobalOptions.Demo,
            GlobalOptions.Width,
            BackupCommand.Create(),
            ChangesCommand.Create(),
            DealsCommand.Create(),
            DoctorCommand.Create(),
            ExplainCommand.Create(),
            ExtractCommand.Create(),
            FeedsCommand.Create(),
            GroupCommand.Create(),
            HealthCommand.Create(),
            ItemsCommand.Create(),
            LedgerCommand.Create(),
            ParseFeedCommand.Create(),
            PollCommand.Create(),
            ReadCommand.Create(),
            RestoreCommand.Create(),
            RunCommand.Create(),
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        return root;
    }
}
