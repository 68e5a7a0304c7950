using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>items list and items search: what was captured, the newest first.</summary>
internal static class ItemsListCommand
{
    private const int MostItems = 10_000;

    private static readonly Argument<string[]> Words = new("WORDS") { Description = "Words, \"a phrase\", OR, -not; in any language", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<string?> Deal = new("--deal") { Description = "Only items of this deal" };
    private static readonly Option<bool> HeldBack = new("--held-back") { Description = "With --deal: those that were looked at and held back" };
    private static readonly Option<string?> Outlet = new("--outlet") { Description = "Only items of this publisher" };
    private static readonly Option<string?> Tag = new("--tag") { Description = "Only items with this tag" };
    private static readonly Option<Moment?> Since = Moment.Option("--since", "Only items reported since then");
    private static readonly Option<int> Limit = new("--limit") { Description = "How many at most", DefaultValueFactory = _ => 50 };

    private static Option[] Filters => [Deal, HeldBack, Outlet, Tag, Since, Limit, GlobalOptions.Json];

    public static Command Create() =>
        With(new Verb("list", "List items, the newest first", "items list --deal japan-us-550b --since 7d", "items list --tag check --limit 10 --json")).Reading(RunAsync);

    public static Command CreateSearch() =>
        With(new Verb("search", "Search titles and texts", "items search gas power", "items search \"\\\"deep-water port\\\" -oil\" --deal japan-us-550b", "items search ガス火力") { Words }).Reading(RunAsync);

    private static Verb With(Verb verb)
    {
        foreach (var filter in Filters)
        {
            verb.Options.Add(filter);
        }

        return verb;
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var deal = parsed.GetValue(Deal);
        if (deal is not null && session.Catalog.Deal(deal) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(deal));
        }

        var items = await new ItemQueries(session.Database).ListAsync(new ItemFilter
        {
            DealId = deal,
            HeldBack = deal is not null && parsed.GetValue(HeldBack),
            OutletId = parsed.GetValue(Outlet),
            Tag = parsed.GetValue(Tag),
            Since = parsed.GetValue(Since)?.From(session.Clock.GetUtcNow()),
            Search = parsed.GetResult(Words) is null ? null : string.Join(' ', parsed.GetValue(Words) ?? []),
            Limit = Math.Clamp(parsed.GetValue(Limit), 1, MostItems),
        }, ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(items.Select(Shape)));
        }
        else if (items.Count == 0)
        {
            terminal.Line("No items.");
        }
        else
        {
            terminal.Table(["Item", "Reported", "Outlet", "Title", "Read"],
                items.Select(i => new[] { Number(i.Id), UtcText.Minute(i.ReportedAt), i.OutletId, i.Title, Wording.OfReading(i.Reading) + (i.IsQuarantined ? ", kept apart" : "") }));
        }

        return ExitCodes.Done;
    }

    private static JsonObject Shape(StoredItem item) => new()
    {
        ["id"] = item.Id,
        ["url"] = item.Url,
        ["title"] = item.Title,
        ["outlet"] = item.OutletId,
        ["language"] = item.Language,
        ["published"] = UtcText.Iso(item.PublishedAt),
        ["firstSeen"] = UtcText.Iso(item.FirstSeenAt),
        ["reading"] = item.Reading,
        ["reason"] = item.ReadingReason,
        ["versions"] = item.Versions,
        ["storyId"] = item.DevelopmentId is { } development ? Number(development) : null,
        ["quarantined"] = item.IsQuarantined,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}
