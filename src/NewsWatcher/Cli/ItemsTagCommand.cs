using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>items tag.</summary>
internal static class ItemsTagCommand
{
    private const int MostCharacters = 64;

    private static readonly Argument<long> Id = ItemsCommand.Id;
    private static readonly Argument<string[]> Tags = new("TAG") { Description = "One or more tags", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Remove = new("--remove") { Description = "Take the tags away" };

    public static Command Create() => new Verb("tag", "Put tags on an item, or take them away", "items tag 17 check energy", "items tag 17 check --remove") { Id, Tags, Remove }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (id, tags, store) = (parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Tags).Select(t => t.Trim()).ToList(), new ReviewStore(session.Database));
        if (tags.Any(t => t.Length is 0 or > MostCharacters))
        {
            return terminal.Refuse($"A tag has 1 to {MostCharacters} characters.", ExitCodes.Usage);
        }

        foreach (var tag in tags)
        {
            if (!await store.TagAsync(id, tag, parsed.GetValue(Remove), ct))
            {
                return terminal.NotFound(ItemsCommand.Missing(id));
            }
        }

        return ExitCodes.Done;
    }
}
