using System.CommandLine;
using System.Globalization;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds trust: a feed that seemed to have become another one is itself, after a new name or a new system.</summary>
internal static class FeedsTrustCommand
{
    private static readonly Argument<string> Id = FeedsCommand.Id;

    public static Command Create() =>
        new Verb("trust", "Say that a feed whose title, site and entries all changed is the same feed, and let its items go", "feeds trust fed-press") { Id }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var id = parsed.GetRequiredValue(Id);
        if (await new FeedStore(session.Database).FindAsync(id, ct) is null)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        terminal.Line(await new QuarantineStore(session.Database).TrustAsync(id, session.Clock.GetUtcNow(), ct) is { } released
            ? string.Create(CultureInfo.InvariantCulture, $"{id} is trusted as it is now: {Wording.Count(released, "item")} are matched at the next pass.")
            : $"Nothing of {id} is kept apart.");
        return ExitCodes.Done;
    }
}
