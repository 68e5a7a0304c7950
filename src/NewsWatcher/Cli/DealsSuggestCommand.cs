using System.CommandLine;
using NewsWatcher.Configuration;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>deals suggest: deals that several report and nobody follows, and parts that the followed ones do not have yet.</summary>
internal static class DealsSuggestCommand
{
    private const decimal Large = 100_000_000;
    private const int Examples = 3;

    private static readonly TimeSpan Recent = TimeSpan.FromDays(90);

    private static readonly Option<Moment?> Since = Moment.Option("--since", "Only what was reported from then on; default 90d");
    private static readonly Option<decimal> Least = new("--min") { Description = "The smallest sum, in main units of any currency", DefaultValueFactory = _ => Large, HelpName = "SUM" };

    public static Command Create() => new Verb("suggest", "Tell of deals that nobody follows yet, and of parts that followed ones do not have", "deals suggest", "deals suggest --since 30d --min 1000000000", "deals add --suggested 12")
    {
        Since, Least, GlobalOptions.Json,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (finder, now) = (new DealFinder(session.Database), session.Clock.GetUtcNow());
        var deals = await finder.SuggestAsync(parsed.GetValue(Since)?.From(now) ?? now - Recent, parsed.GetValue(Least), ct);
        var parts = await finder.PartsAsync(ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(SuggestionShape.Of(deals, parts));
            return ExitCodes.Done;
        }

        foreach (var deal in deals)
        {
            Tell(terminal, deal);
        }

        foreach (var (deal, part) in parts)
        {
            Tell(terminal, deal, part);
        }

        if (deals.Count + parts.Count == 0)
        {
            terminal.Line("Nothing: no large sum that several report is without a deal, and no deal lacks a part.");
        }

        return ExitCodes.Done;
    }

    private static void Tell(Terminal terminal, DealSuggestion deal)
    {
        terminal.Heading($"{deal.Developments[0]}  {deal.Name}");
        terminal.Line($"{FactText.Of(deal.Amount)}: \"{deal.Amount.Evidence.Sentence}\"", indent: 2);
        terminal.Line($"Parties: {string.Join(", ", deal.Parties.Select(p => p.Role is { } role ? $"{p.Name} ({Wording.Of(role)})" : p.Name))}", indent: 2);
        if (deal.Projects.Count > 0)
        {
            terminal.Line($"Projects: {string.Join(", ", deal.Projects)}", indent: 2);
        }

        terminal.Line($"{deal.Items.Count} items of {deal.Outlets} outlets, {deal.Origins} origins", indent: 2);
        foreach (var item in deal.Items.Take(Examples))
        {
            terminal.Line($"{UtcText.Minute(item.ReportedAt)}  {item.Outlet.Name}: {item.Title}", indent: 2);
            terminal.Address(item.Url, indent: 4);
        }

        terminal.Line($"Follow it: newswatcher deals add --suggested {deal.Developments[0]}", indent: 2);
        terminal.Line();
    }

    private static void Tell(Terminal terminal, FollowedDeal deal, PartCandidate part)
    {
        terminal.Heading($"{part.Name}, below {part.ParentId}");
        var sum = part.Amount is { } amount ? $"{FactText.Of(amount)}: " : "";
        terminal.Line($"{sum}\"{part.Evidence[0].Claim.Fact.Evidence.Sentence}\"", indent: 2);
        terminal.Address(part.Evidence[0].Item.Url, indent: 4);
        terminal.Line($"{part.Items} items, {part.Origins} origins", indent: 2);
        terminal.Line(part.ParentId == deal.Id
            ? $"Make it a part: newswatcher deals edit {deal.Id} --add-part \"{ConfigId.From(part.Name)}={part.Name}\""
            : $"Make it a part of {part.ParentId}: newswatcher deals edit {deal.Id}", indent: 2);
        terminal.Line();
    }
}
