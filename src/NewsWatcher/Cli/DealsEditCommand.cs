using System.CommandLine;
using NewsWatcher.Extraction;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>deals edit: changes by options, or the whole deal in an editor. The edited deal stands in the database, in front of deals.json.</summary>
internal static class DealsEditCommand
{
    private static readonly Argument<string> Id = DealsCommand.Id;
    private static readonly Option<string?> Name = new("--name") { Description = "Another name" };
    private static readonly Option<string?> Total = new("--total") { Description = "Another total: \"550 billion USD\"" };
    private static readonly Option<string[]> AddAliases = DealOptions.Many("--add-alias", "Another name of the deal");
    private static readonly Option<string[]> RemoveAliases = DealOptions.Many("--remove-alias", "A name to drop");
    private static readonly Option<string[]> AddKeywords = DealOptions.Many("--add-keyword", "Another keyword");
    private static readonly Option<string[]> RemoveKeywords = DealOptions.Many("--remove-keyword", "A keyword to drop");
    private static readonly Option<string[]> AddParties = DealOptions.Many("--add-party", "Another party, \"Japan|日本=government\"");
    private static readonly Option<string[]> RemoveParties = DealOptions.Many("--remove-party", "A party to drop, by its name");
    private static readonly Option<string[]> AddParts = DealOptions.Many("--add-part", "Another part, \"port-x=Port X\"");
    private static readonly Option<string[]> RemoveParts = DealOptions.Many("--remove-part", "A part to drop, by its id");

    private static readonly Option<string?> Search = new("--search") { Description = "Whether the configured news searches are asked for it: on or off" };

    private static readonly Option[] Changes = [Name, Total, Search, AddAliases, RemoveAliases, AddKeywords, RemoveKeywords, AddParties, RemoveParties, AddParts, RemoveParts];

    public static Command Create()
    {
        Search.AcceptOnlyFromAmong("on", "off");
        var verb = new Verb("edit", "Change a deal by options, or in $EDITOR without any", "deals edit japan-us-550b --add-alias \"対米投資\" --remove-keyword port", "deals edit japan-us-550b") { Id };
        foreach (var option in Changes)
        {
            verb.Options.Add(option);
        }

        return verb.Writing(RunAsync);
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var id = parsed.GetRequiredValue(Id);
        if (session.Catalog.Deal(id) is not { } deal)
        {
            return terminal.NotFound(DealsCommand.Missing(id));
        }

        var isByOptions = Changes.Any(o => parsed.GetResult(o) is not null);
        var (edited, refusal) = isByOptions ? Edited(deal, parsed) : await DealEditor.EditAsync(deal, terminal, ct);
        if (edited is null)
        {
            return terminal.Refuse(refusal, ExitCodes.Usage);
        }

        await new CatalogStore(session.Database).AddAsync(edited, ct);
        if (parsed.GetValue(Search) is "on" && HostSettings.Read(session.Paths).FeedRules.Searches.Count == 0)
        {
            terminal.Warn("No news search is configured yet: see Search:Addresses in newswatcher.json.");
        }

        terminal.Line($"{id} is changed. This stands in front of deals.json until: newswatcher deals remove {id}");
        return ExitCodes.Done;
    }

    private static (FollowedDeal? Deal, string Refusal) Edited(FollowedDeal deal, ParseResult parsed)
    {
        var edit = new DealEdit(deal);
        edit.Rename(parsed.GetValue(Name));
        edit.SetTotal(parsed.GetValue(Total));
        edit.SetSearch(parsed.GetValue(Search));
        edit.Aliases(parsed.GetValue(AddAliases) ?? [], parsed.GetValue(RemoveAliases) ?? []);
        edit.Keywords(parsed.GetValue(AddKeywords) ?? [], parsed.GetValue(RemoveKeywords) ?? []);
        edit.Parties(parsed.GetValue(AddParties) ?? [], parsed.GetValue(RemoveParties) ?? []);
        edit.Parts(parsed.GetValue(AddParts) ?? [], parsed.GetValue(RemoveParts) ?? []);
        return edit.Refusal is { } refusal ? (null, refusal) : (edit.Deal, "");
    }
}
