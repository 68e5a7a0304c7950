using System.CommandLine;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>review undo: takes any decision back.</summary>
internal static class ReviewUndoCommand
{
    private static readonly Argument<long> Id = new("DECISION") { Description = "Its number, as review list --decided shows it" };
    private static readonly Option<bool> Together = new("--together") { Description = "Also those that were made with it, as similar ones" };

    public static Command Create() => ReviewCommand.Signed(new Verb("undo", "Take a decision back; of one that took another back, make that count again", "review undo 12", "review undo 12 --why \"The ministry corrected itself.\"")
    {
        Id, Together,
    }).Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct) => ReviewCommand.Tell(
        terminal, await new ReviewDesk(session.Database, session.Clock).UndoAsync(parsed.GetRequiredValue(Id), parsed.GetValue(Together), ReviewCommand.Reviewer(parsed), ct));
}
