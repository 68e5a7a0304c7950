using System.CommandLine;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>items note.</summary>
internal static class ItemsNoteCommand
{
    private const int MostCharacters = 10_000;

    private static readonly Argument<long> Id = ItemsCommand.Id;
    private static readonly Argument<string> Text = new("TEXT") { Description = "The note" };

    public static Command Create() => new Verb("note", "Write a note to an item", "items note 17 \"The ministry confirmed this by phone.\"") { Id, Text }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (id, text) = (parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Text).Trim());
        if (text.Length is 0 or > MostCharacters)
        {
            return terminal.Refuse($"A note has 1 to {MostCharacters} characters.", ExitCodes.Usage);
        }

        return await new ReviewStore(session.Database).NoteAsync(id, text, Reader.Name, session.Clock.GetUtcNow(), ct)
            ? ExitCodes.Done
            : terminal.NotFound(ItemsCommand.Missing(id));
    }
}
