using System.CommandLine;
using NewsWatcher.Extraction;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Watching.Search;

namespace NewsWatcher.Cli;

/// <summary>deals show: a deal as it is configured; its JSON is that of deals.json.</summary>
internal static class DealsShowCommand
{
    private static readonly Argument<string> Id = DealsCommand.Id;

    public static Command Create() => new Verb("show", "Show how a deal is configured", "deals show japan-us-550b", "deals show japan-us-550b --json") { Id, GlobalOptions.Json }
        .Reading((session, parsed, terminal, _) => Task.FromResult(Run(session, parsed, terminal)));

    private static int Run(Session session, ParseResult parsed, Terminal terminal)
    {
        var id = parsed.GetRequiredValue(Id);
        if (session.Catalog.Deal(id) is not { } deal)
        {
            return terminal.NotFound(DealsCommand.Missing(id));
        }

        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(DealShape.Of(deal));
            return ExitCodes.Done;
        }

        Tell(terminal, deal.Root, 0);
        List(terminal, "Names to look out for", deal.Watch.Select(w => w.Name), 2);
        List(terminal, "Milestones", deal.Milestones.Select(m => m.Name), 2);
        List(terminal, "Not to be mixed up with", deal.Lookalikes, 2);
        if (deal.Search)
        {
            var searches = HostSettings.Read(session.Paths).FeedRules.Searches;
            terminal.Line(searches.Count == 0 ? "News searches: wanted, but none is configured (Search:Addresses)" : "News searches:", 2);
            foreach (var feed in SearchFeeds.Of([deal], searches))
            {
                terminal.Line(feed.Id, 4);
            }

            foreach (var query in DealQuery.Of(deal))
            {
                terminal.Line($"Asked in {query.Language}: {query.Text}", 4);
            }
        }

        return ExitCodes.Done;
    }

    private static void Tell(Terminal terminal, FollowedPart part, int indent)
    {
        terminal.Line($"{part.Name} ({Words.Of(part.Kind)}, {part.Id})", indent);
        if (part.Headline is { } total)
        {
            terminal.Line($"Total: {FactText.Sum(total.Value, min: null, max: null, total.Currency, total.Qualifier)}", indent + 2);
        }

        List(terminal, "Also called", part.Aliases, indent + 2);
        List(terminal, "Keywords", part.Keywords, indent + 2);
        List(terminal, "Parties", part.Parties.Select(p => p.Role is { } role ? $"{p.Name} ({Words.Of(role)})" : p.Name), indent + 2);
        foreach (var below in part.Parts)
        {
            Tell(terminal, below, indent + 2);
        }
    }

    private static void List(Terminal terminal, string name, IEnumerable<string> texts, int indent)
    {
        var list = string.Join(", ", texts);
        if (list.Length > 0)
        {
            terminal.Line($"{name}: {list}", indent);
        }
    }
}
