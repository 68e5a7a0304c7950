using System.CommandLine;
using NewsWatcher.Deals;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>review accept, reject and correct: what a person says of a claim, or of an item and a deal.</summary>
internal static class ReviewJudgeCommand
{
    private const int MostShown = 20;

    private static readonly Argument<string> Claim = new("CLAIM") { Description = "A claim by the beginning of its key, as review list, items show and ledger --sentences show it; with --deal an item's number" };
    private static readonly Option<string?> Deal = new("--deal") { Description = "Say of an item, instead of a claim, whether it belongs to this deal" };
    private static readonly Option<bool> Similar = new("--similar") { Description = "Also of the claims that read the same of the same part; tells how many, and waits for --yes" };
    private static readonly Option<bool> Yes = new("--yes") { Description = "With --similar: decide" };

    private static readonly FactOptions Fact = new();

    public static Command CreateAccept() => Create(
        new Verb("accept", "Say that a fact holds: it counts, whoever reported it", "review accept 3f2a9c1b", "review accept 17 --deal japan-us-550b --why \"It is the second round.\"") { Deal }, new Verdict.Accept());

    public static Command CreateReject() => Create(
        new Verb("reject", "Say that an article does not state this: it counts for nothing", "review reject 3f2a9c1b --why \"Of another plant.\"", "review reject 17 --deal japan-us-550b") { Deal }, new Verdict.Reject());

    public static Command CreateCorrect()
    {
        var verb = new Verb("correct", "Say what a fact should be", "review correct 3f2a9c1b --amount \"up to 36 billion USD\"", "review correct 3f2a9c1b --part phase-1 --role tranche --similar", "review correct 77ab01cd --strength mentioned --why \"Only named.\"");
        Fact.AddTo(verb);
        return Create(verb, verdict: null);
    }

    private static Verb Create(Verb verb, Verdict? verdict)
    {
        verb.Arguments.Add(Claim);
        verb.Options.Add(Similar);
        verb.Options.Add(Yes);
        return ReviewCommand.Signed(verb).Writing((session, parsed, terminal, ct) => RunAsync(session, parsed, terminal, verdict, ct));
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, Verdict? verdict, CancellationToken ct)
    {
        var (desk, by, claim) = (new ReviewDesk(session.Database, session.Clock), ReviewCommand.Reviewer(parsed), parsed.GetRequiredValue(Claim).Trim());
        if (verdict is null)
        {
            if (Fact.Read(parsed, out var refusal) is not { } correction)
            {
                return terminal.Refuse(refusal, ExitCodes.Usage);
            }

            verdict = new Verdict.Correct(correction);
        }
        else if (parsed.GetValue(Deal) is { } deal)
        {
            return long.TryParse(claim, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var item)
                ? ReviewCommand.Tell(terminal, await desk.AssignAsync(item, deal, verdict is Verdict.Accept, by, ct))
                : terminal.Refuse($"With --deal an item is meant, by its number: \"{claim}\" is none.", ExitCodes.Usage);
        }

        var (similar, answer) = await desk.SimilarAsync(claim, verdict, by, ct);
        if (similar is null)
        {
            return ReviewCommand.Tell(terminal, answer);
        }

        if (parsed.GetValue(Similar) && !parsed.GetValue(Yes))
        {
            Preview(terminal, claim, similar);
            return ExitCodes.Done;
        }

        var code = ReviewCommand.Tell(terminal, await desk.JudgeAsync(claim, verdict, parsed.GetValue(Similar), by, ct));
        if (similar.Count > 0 && !parsed.GetValue(Similar))
        {
            terminal.Line($"{Wording.Count(similar.Count, "similar claim")} of its deals {(similar.Count == 1 ? "is" : "are")} as read: the same with --similar says it of {(similar.Count == 1 ? "that" : "those")} too.");
        }

        return code;
    }

    private static void Preview(Terminal terminal, string claim, IReadOnlyList<Claim> similar)
    {
        terminal.Line($"Besides {claim}: {Wording.Count(similar.Count, "similar claim")}.");
        if (similar.Count > 0)
        {
            terminal.Table(["Claim", "Item", "Says", "Sentence"], similar.Take(MostShown).Select(c => new[] { ReviewCommand.Short(c), $"{c.ItemId}", FactText.Of(c.Fact), c.Fact.Evidence.Sentence.Trim() }));
        }

        if (similar.Count > MostShown)
        {
            terminal.Line($"and {similar.Count - MostShown} more");
        }

        terminal.Line("Nothing is decided yet: add --yes.");
    }
}
