using System.CommandLine;
using System.CommandLine.Help;

namespace NewsWatcher.Cli;

/// <summary>The verbs. Each file beside this one builds one of them.</summary>
internal static class CommandLine
{
    // One for the process: symbols remember their parents.
    private static readonly RootCommand All = Build();

    public static RootCommand Root() => All;

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
            ReprocessCommand.Create(),
            RestoreCommand.Create(),
            ReviewCommand.Create(),
            RunCommand.Create(),
        };
        root.Options.OfType<HelpOption>().Single().Action = new HelpWithExamples();
        return root;
    }
}
