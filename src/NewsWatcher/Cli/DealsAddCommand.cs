using System.CommandLine;
using NewsWatcher.Configuration;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>deals add: from options, or from answers to questions. The deal is kept in the database, marked as added.</summary>
internal static class DealsAddCommand
{
    private static readonly Option<string?> Name = new("--name") { Description = "Its name, as the news call it; asked for when it is not given" };
    private static readonly Option<string?> Id = new("--id") { Description = "Its id here (default: made from the name)" };
    private static readonly Option<string[]> Aliases = DealOptions.Many("--alias", "Another name of the deal");
    private static readonly Option<string[]> Parties = DealOptions.Many("--party", "A party with its role, \"Japan|日本=government\"; without a role, a name to look out for");
    private static readonly Option<string[]> Keywords = DealOptions.Many("--keyword", "A word that belongs to the deal");
    private static readonly Option<string?> Total = new("--total") { Description = "What is promised in all: \"550 billion USD\"" };
    private static readonly Option<long?> Suggested = new("--suggested") { Description = "Take what deals suggest tells of this number; other options stand in front of it", HelpName = "N" };
    private static readonly Option<string?> From = new("--from") { Description = "A link or a file to start from", HelpName = "URL|FILE" };

    public static Command Create() => new Verb("add", "Follow another deal; without --name it asks",
        "deals add", "deals add --suggested 12 --name \"Vik ferry line\"",
        "deals add --name \"Korea–US investment\" --party \"South Korea|한국=government\" --party \"United States=government\" --keyword shipbuilding --total \"350 billion USD\"")
    {
        Name, Id, Aliases, Parties, Keywords, Total, From, Suggested,
    }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (suggestion, number) = (default(DealSuggestion), parsed.GetValue(Suggested));
        if (number is { } wanted && (suggestion = await new DealFinder(session.Database).FindAsync(wanted, session.Clock.GetUtcNow(), ct)) is null)
        {
            return terminal.NotFound($"There is no suggestion {wanted}. newswatcher deals suggest shows them all.");
        }

        var (draft, refusal) = await DraftAsync(parsed, suggestion, terminal, ct);
        if (draft is null)
        {
            return terminal.Refuse(refusal, ExitCodes.Usage);
        }

        var id = parsed.GetValue(Id) ?? ConfigId.From(draft.Name);
        if (!ConfigId.IsValid(id) || session.Catalog.Deal(id) is not null)
        {
            return terminal.Refuse(ConfigId.IsValid(id) ? $"There is a deal \"{id}\" already. Change it: newswatcher deals edit {id}" : $"The id \"{id}\" may hold only a-z, 0-9 and -, at most 64.", ExitCodes.Usage);
        }

        await new CatalogStore(session.Database).AddAsync(draft.ToDeal(id), ct);
        terminal.Line($"Following {id} from now on. A running daemon looks for it in what was captured before; without one: newswatcher reprocess --deal {id}");
        return draft.From is { } source ? await new ItemSupply(source) { DealId = id }.TakeAsync(session, terminal, json: false, ct) : ExitCodes.Done;
    }

    private static async Task<(DealDraft? Draft, string Refusal)> DraftAsync(ParseResult parsed, DealSuggestion? suggestion, Terminal terminal, CancellationToken ct)
    {
        if ((parsed.GetValue(Name) ?? suggestion?.Name) is not { } name)
        {
            return (await new DealQuestions(Console.In, terminal.Error).AskAsync(ct), "A deal needs a name: --name \"…\"");
        }

        var parties = new List<FollowedParty>();
        var refusal = "";
        foreach (var text in parsed.GetValue(Parties) ?? [])
        {
            if (DealOptions.Party(text, out refusal) is not { } party)
            {
                return (null, refusal);
            }

            parties.Add(party);
        }

        var total = parsed.GetValue(Total) is { } sum ? DealOptions.Total(sum, out refusal) : null;
        return refusal.Length > 0 || name.Trim().Length == 0 ? (null, refusal.Length > 0 ? refusal : "A deal needs a name.") : (new DealDraft
        {
            Name = name.Trim(), Aliases = parsed.GetValue(Aliases) ?? [], Parties = parties.Count > 0 ? parties : suggestion?.Parties ?? [], Keywords = parsed.GetValue(Keywords) ?? [],
            Total = total ?? suggestion?.StatedTotal, Projects = suggestion?.Projects ?? [], From = parsed.GetValue(From),
        }, "");
    }
}
