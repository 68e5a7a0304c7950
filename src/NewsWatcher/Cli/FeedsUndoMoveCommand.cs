using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds undo-move: a feed is asked at the address that it had before its last move.</summary>
internal static class FeedsUndoMoveCommand
{
    private static readonly Argument<string> Id = FeedsCommand.Id;

    public static Command Create() =>
        new Verb("undo-move", "Take back the last move of a feed to a new address; feeds show tells them all", "feeds undo-move fed-press") { Id }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var id = parsed.GetRequiredValue(Id);
        if (await new FeedStore(session.Database).FindAsync(id, ct) is null)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        terminal.Line(await new FeedMoveStore(session.Database).UndoAsync(id, session.Clock.GetUtcNow(), ct) is { } move
            ? $"{id} is asked at {move.FromUrl} again. A redirect from there to {move.ToUrl} is followed, but not taken for a move any more."
            : $"{id} is asked where it is configured: there is no move to take back.");
        return ExitCodes.Done;
    }
}
