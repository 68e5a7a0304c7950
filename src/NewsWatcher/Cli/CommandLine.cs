using System.CommandLine;

namespace NewsWatcher.Cli;

/// <summary>The verbs. Each file beside this one builds one of them.</summary>
internal static class CommandLine
{
    public static RootCommand Root() => new("NewsWatcher follows deals in the news.")
    {
        ExtractCommand.Create(),
        GroupCommand.Create(),
        ParseFeedCommand.Create(),
        PollCommand.Create(),
        ReadCommand.Create(),
        RunCommand.Create(),
        GlobalOptions.Config,
        GlobalOptions.Data,
        GlobalOptions.Demo,
    };
}
