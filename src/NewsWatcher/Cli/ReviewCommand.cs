using System.CommandLine;
using NewsWatcher.Deals;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>review: what people decide of what was read.</summary>
internal static class ReviewCommand
{
    private static readonly Option<string?> By = new("--by") { Description = $"Who decides (default: you, {Reader.Name})", HelpName = "NAME" };
    private static readonly Option<string?> Why = new("--why") { Description = "The reason, for whoever asks later", HelpName = "TEXT" };

    public static Command Create() => new("review", "Accept, correct and reject what was read, and take it back")
    {
        ReviewListCommand.Create(),
        ReviewJudgeCommand.CreateAccept(),
        ReviewJudgeCommand.CreateReject(),
        ReviewJudgeCommand.CreateCorrect(),
        ReviewUndoCommand.Create(),
    };

    /// <summary>Adds who and why.</summary>
    public static Verb Signed(Verb verb)
    {
        verb.Options.Add(By);
        verb.Options.Add(Why);
        return verb;
    }

    public static Reviewer Reviewer(ParseResult parsed) =>
        new(parsed.GetValue(By)?.Trim() ?? Reader.Name, parsed.GetValue(Why)?.Trim() is { Length: > 0 } why ? why : null);

    /// <summary>As much of a claim's key as one types.</summary>
    public static string Short(Claim claim) => DecisionText.Short(claim.Key);

    /// <summary>Tells what became of a decision. The exit code.</summary>
    public static int Tell(Terminal terminal, ReviewAnswer answer)
    {
        switch (answer)
        {
            case ReviewAnswer.Decided { Decisions: [var first, ..] all }:
                terminal.Line($"Decision {first.Id}: {DecisionText.Of(first)}{(all.Count > 1 ? $", and the same of {all.Count - 1} more" : "")}.");
                terminal.Line($"Taken back by: newswatcher review undo {first.Id}{(all.Count > 1 ? " --together" : "")}");
                return ExitCodes.Done;
            case ReviewAnswer.Already(var what):
                terminal.Line($"{what}. Nothing is changed.");
                return ExitCodes.Done;
            case ReviewAnswer.NotFound(var reason):
                return terminal.NotFound($"{reason}.");
            case ReviewAnswer.Refused(var reason):
                return terminal.Refuse($"Nothing is decided: {reason}.", ExitCodes.Usage);
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }
}
