using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>items export: every item, oldest first, page by page so that size does not matter.</summary>
internal static class ItemsExportCommand
{
    private const int Page = 200;

    private static readonly Option<string> Format = new Option<string>("--format") { Description = "jsonl: an object a line; json: a list; csv: a table", DefaultValueFactory = _ => "jsonl" }
        .AcceptOnlyFromAmong("jsonl", "json", "csv");

    private static readonly Option<string?> Deal = new("--deal") { Description = "Only items of this deal" };

    public static Command Create() => new Verb("export", "Write items with their facts to standard output", "items export --format jsonl > items.jsonl", "items export --format csv --deal japan-us-550b > items.csv")
    {
        Format, Deal,
    }.Reading(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (deal, format) = (parsed.GetValue(Deal), parsed.GetValue(Format));
        if (deal is not null && session.Catalog.Deal(deal) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(deal));
        }

        await terminal.Output.WriteAsync((format switch { "json" => "[", "csv" => ItemCsv.Header + "\r\n", _ => "" }).AsMemory(), ct);
        var isFirst = true;
        await foreach (var item in ItemsAsync(session, deal, ct))
        {
            await terminal.Output.WriteAsync((format switch
            {
                "json" => (isFirst ? "\n" : ",\n") + item.ToJsonString(JsonShapes.Lines),
                "csv" => ItemCsv.Row(item) + "\r\n",
                _ => item.ToJsonString(JsonShapes.Lines) + "\n",
            }).AsMemory(), ct);
            isFirst = false;
        }

        await terminal.Output.WriteAsync((format is "json" ? "\n]\n" : "").AsMemory(), ct);
        await terminal.Output.FlushAsync(ct);
        return ExitCodes.Done;
    }

    private static async IAsyncEnumerable<JsonObject> ItemsAsync(Session session, string? deal, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
    {
        var queries = new ItemQueries(session.Database);
        long after = 0;
        while (await queries.PageAsync(after, Page, ct) is { Count: > 0 } page)
        {
            after = page[^1].Item.Id;
            foreach (var detail in page.Where(d => deal is null || d.Deals.Any(m => m.Belongs && m.DealId == deal)))
            {
                yield return ItemShape.Of(detail, detail.Origin?.CopyOf is { } original ? await queries.UrlAsync(original, ct) : null, session.Catalog);
            }
        }
    }
}
