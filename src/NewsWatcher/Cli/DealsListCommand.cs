using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>deals list.</summary>
internal static class DealsListCommand
{
    public static Command Create() => new Verb("list", "List the deals", "deals list", "deals list --json") { GlobalOptions.Json }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var added = await new CatalogStore(session.Database).AddedDealsAsync(ct);
        var deals = session.Catalog.Deals;
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(deals.Select(d => Shape(d, Origin(d, added)))));
        }
        else if (deals.Count == 0)
        {
            terminal.Line("No deals yet. Follow one: newswatcher deals add");
        }
        else
        {
            terminal.Table(["Deal", "Name", "Total", "Parts", "From"], deals.Select(d => new[] { d.Id, d.Root.Name, Total(d), (d.Parts.Count() - 1).ToString(CultureInfo.InvariantCulture), Origin(d, added) }));
        }

        return ExitCodes.Done;
    }

    public static string Total(FollowedDeal deal) =>
        deal.Root.Headline is { } total ? FactText.Sum(total.Value, min: null, max: null, total.Currency, total.Qualifier) : "";

    private static string Origin(FollowedDeal deal, IReadOnlySet<string> added) => added.Contains(deal.Id) ? "added" : "file";

    private static JsonObject Shape(FollowedDeal deal, string origin) => new()
    {
        ["id"] = deal.Id,
        ["name"] = deal.Root.Name,
        ["kind"] = Words.Of(deal.Root.Kind),
        ["origin"] = origin,
        ["parts"] = FactShapes.Texts(deal.Parts.Skip(1).Select(p => p.Id)),
    };
}
