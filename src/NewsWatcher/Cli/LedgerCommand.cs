using System.CommandLine;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>ledger: who promised what, how much, how far it has got and what is due, each with its sentence.</summary>
internal static class LedgerCommand
{
    private static readonly Argument<string> Id = DealsCommand.Id;
    private static readonly Option<Moment?> AsOf = Moment.Option("--as-of", "Only what was reported by then");
    private static readonly Option<Moment?> RecordedAsOf = Moment.Option("--recorded-as-of", "Only what was captured and decided by then");

    private static readonly Option<bool> Sentences = new("--sentences", "-v") { Description = "With the sentence and the address behind every fact" };
    private static readonly Option<bool> Background = new("--background") { Description = "Also the numbers that are no part of the deal" };

    public static Command Create() => new Verb(
        "ledger", "Show the ledger of a deal", "ledger japan-us-550b", "ledger japan-us-550b --sentences", "ledger japan-us-550b --as-of 2026-02-01 --json")
    {
        Id, AsOf, RecordedAsOf, Sentences, Background, GlobalOptions.Json,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (id, now) = (parsed.GetRequiredValue(Id), session.Clock.GetUtcNow());
        var ledger = await new LedgerReader(session.Database).ReadAsync(id, now, parsed.GetValue(AsOf)?.Until(now), parsed.GetValue(RecordedAsOf)?.Until(now), ct);
        if (ledger is null)
        {
            return terminal.NotFound(DealsCommand.Missing(id));
        }

        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(LedgerShape.Of(ledger));
        }
        else
        {
            new LedgerText(terminal, parsed.GetValue(Sentences), parsed.GetValue(Background)).Tell(ledger);
        }

        return ExitCodes.Done;
    }
}
