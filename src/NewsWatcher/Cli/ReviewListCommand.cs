using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Deals;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>review list: what waits for a person, the gravest first.</summary>
internal static class ReviewListCommand
{
    private static readonly Option<string?> Deal = new("--deal") { Description = "Only of this deal", HelpName = "ID" };
    private static readonly Option<int> Limit = new("--limit") { Description = "At most so many", DefaultValueFactory = _ => 20, HelpName = "N" };

    public static Command Create() =>
        new Verb("list", "Show the claims on which something hangs and that nobody decided: conflicts, figures, stages, dates, parties", "review list", "review list --deal japan-us-550b --json") { Deal, Limit, GlobalOptions.Json }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var asked = parsed.GetValue(Deal);
        if (asked is not null && session.Catalog.Deal(asked) is null)
        {
            return terminal.NotFound($"There is no deal \"{asked}\".");
        }

        var queued = await new LedgerReader(session.Database).WaitingAsync(asked, session.Clock.GetUtcNow(), ct);
        IReadOnlyList<WaitingClaim> shown = [.. queued.Take(Math.Max(0, parsed.GetValue(Limit)))];
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(new JsonArray([.. shown.Select(Shape)]));
        }
        else if (shown.Count == 0)
        {
            terminal.Line("Nothing waits: every figure, stage, date and party is confirmed by several sources or decided.");
        }
        else
        {
            terminal.Table(["Claim", "What hangs on it", "Says", "Sentence"], shown.Select(q => new[]
            {
                ReviewCommand.Short(q.Source.Claim), $"{Wording.Of(q.Consequence)}: {q.Reason}", FactText.Of(q.Source.Claim.Fact),
                $"{terminal.Cut(q.Source.Claim.Fact.Evidence.Sentence.Trim(), 160)} ({q.Source.Item.Outlet.Name}, {UtcText.Day(q.Source.Claim.ReportedAt)})",
            }));
            terminal.Line(queued.Count > shown.Count ? $"{queued.Count - shown.Count} more. Decide: newswatcher review accept CLAIM" : "Decide: newswatcher review accept CLAIM, or reject, or correct");
        }

        return ExitCodes.Done;
    }

    private static JsonObject Shape(WaitingClaim queued) => new()
    {
        ["claim"] = queued.Source.Claim.Key, ["deal"] = queued.DealId, ["part"] = queued.PartId, ["consequence"] = Words.Of(queued.Consequence), ["reason"] = queued.Reason,
        ["fact"] = FactText.Of(queued.Source.Claim.Fact), ["sentence"] = queued.Source.Claim.Fact.Evidence.Sentence, ["item"] = queued.Source.Item.Id, ["url"] = queued.Source.Item.Url,
        ["outlet"] = queued.Source.Item.Outlet.Name, ["reportedAt"] = UtcText.Iso(queued.Source.Claim.ReportedAt), ["others"] = queued.Others,
    };
}
