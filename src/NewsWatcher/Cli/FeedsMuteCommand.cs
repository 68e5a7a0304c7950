using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds mute: a feed that is not polled for a while, wherever it is configured.</summary>
internal static class FeedsMuteCommand
{
    private static readonly Argument<string> Id = FeedsCommand.Id;
    private static readonly Option<bool> Off = new("--off") { Description = "Poll it again" };

    public static Command Create() => new Verb("mute", "Stop polling a feed for a while", "feeds mute fed-press", "feeds mute fed-press --off") { Id, Off }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (id, isOff) = (parsed.GetRequiredValue(Id), parsed.GetValue(Off));
        if (!await new CatalogStore(session.Database).MuteFeedAsync(id, isOff ? null : session.Clock.GetUtcNow(), ct))
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        terminal.Line(isOff ? $"{id} is polled again." : $"{id} is muted until: newswatcher feeds mute {id} --off");
        return ExitCodes.Done;
    }
}
