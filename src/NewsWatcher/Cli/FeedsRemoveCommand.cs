using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds remove: stops polling an added feed. Its items stay.</summary>
internal static class FeedsRemoveCommand
{
    private static readonly Argument<string> Id = FeedsCommand.Id;

    public static Command Create() => new Verb("remove", "Stop polling a feed that was added here; its items stay", "feeds remove news-example") { Id }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var id = parsed.GetRequiredValue(Id);
        if (await new FeedStore(session.Database).FindAsync(id, ct) is not { Active: true } feed)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        if (feed.Feed.Deal is { } deal)
        {
            return terminal.Refuse($"\"{id}\" is made of the terms of the deal {deal}: newswatcher deals edit {deal} --search off. To silence it here: newswatcher feeds mute {id}", ExitCodes.Usage);
        }

        if (feed.FromFile)
        {
            return terminal.Refuse(
                $"\"{id}\" comes from {Path.Combine(session.Paths.Config, "feeds.json")}: delete it there, or write \"enabled\": false. To silence it here: newswatcher feeds mute {id}",
                ExitCodes.Usage);
        }

        await new CatalogStore(session.Database).RemoveFeedAsync(id, ct);
        terminal.Line($"{id} is polled no more. Its {feed.Items} items stay.");
        return ExitCodes.Done;
    }
}
