using System.CommandLine;
using NewsWatcher.Deals;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>changes: what is new in the ledgers since this reader last looked. Looking does not count as having seen; --mark does.</summary>
internal static class ChangesCommand
{
    private static readonly Argument<string?> Id = new("DEAL") { Description = "One deal; all of them without it", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<Moment?> Since = Moment.Option("--since", "What was reported since then, instead of what was captured since this reader stopped");
    private static readonly Option<bool> Mark = new("--mark") { Description = "Remember that this much was seen; without it nothing is remembered" };
    private static readonly Option<string?> Who = new("--reader") { Description = "Whose place to go by (default: the user)" };

    public static Command Create() => new Verb("changes", "Show what changed since you last looked", "changes", "changes japan-us-550b --since 7d", "changes --mark")
    {
        Id, Since, Mark, Who, GlobalOptions.Json,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var id = parsed.GetValue(Id);
        if (id is not null && session.Catalog.Deal(id) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(id));
        }

        var (now, reader) = (session.Clock.GetUtcNow(), parsed.GetValue(Who) ?? Reader.Name);
        var (ledgers, cursors) = (new LedgerReader(session.Database), new ReviewStore(session.Database));
        var found = new List<(DealChanges Changes, bool FromBeginning)>();
        foreach (var deal in session.Catalog.Deals.Where(d => id is null || d.Id == id))
        {
            // A date asks for what was reported since; a reader's own place for what was written down since, late reports included.
            var asked = parsed.GetValue(Since)?.From(now);
            var place = asked is null ? await cursors.CursorAsync(reader, deal.Id, ct) : null;
            if (await (asked is { } since ? ledgers.NewsAsync(deal.Id, since, now, ct) : ledgers.ChangesAsync(deal.Id, place ?? DateTimeOffset.UnixEpoch, now, ct)) is { } changes)
            {
                found.Add((changes, asked is null && place is null));
            }

            if (parsed.GetValue(Mark))
            {
                await cursors.MoveCursorAsync(reader, deal.Id, now, ct);
            }
        }

        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(found.Select(f => ChangesShape.Of(f.Changes, f.FromBeginning))));
        }
        else
        {
            Tell(terminal, found);
        }

        return ExitCodes.Done;
    }

    private static void Tell(Terminal terminal, List<(DealChanges Changes, bool FromBeginning)> found)
    {
        foreach (var (changes, fromBeginning) in found)
        {
            terminal.Heading($"{changes.DealId}, {(fromBeginning ? "from the beginning" : $"since {UtcText.Minute(changes.Since)} UTC")}");
            foreach (var change in changes.Changes)
            {
                terminal.Line($"{change.Kind}: {change.Text}", indent: 2);
                if (change.Evidence is { } evidence)
                {
                    terminal.Line($"“{evidence.Claim.Fact.Evidence.Sentence.Trim()}”", indent: 6);
                    terminal.Address(evidence.Item.Url, indent: 6);
                }
            }

            if (changes.Changes.Count == 0)
            {
                terminal.Line(changes.Items == 0 ? "Nothing changed." : $"Nothing changed; {changes.Items} more articles say what was known.", indent: 2);
            }
        }

        if (found.Count == 0)
        {
            terminal.Line("Nothing changed: no deals are followed.");
        }
    }
}
