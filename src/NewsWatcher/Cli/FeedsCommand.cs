using System.CommandLine;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds: what is polled.</summary>
internal static class FeedsCommand
{
    public static Argument<string> Id => new("ID") { Description = "The feed's id, as feeds list shows it" };

    public static Command Create() => new("feeds", "List, find, add, check, import and export feeds")
    {
        FeedsListCommand.Create(),
        FeedsShowCommand.Create(),
        FeedsAddCommand.Create(),
        FeedsRemoveCommand.Create(),
        FeedsMuteCommand.Create(),
        FeedsCheckCommand.Create(),
        FeedsDiscoverCommand.Create(),
        FeedsTrustCommand.Create(),
        FeedsUndoMoveCommand.Create(),
        FeedsImportCommand.Create(),
        FeedsExportCommand.Create(),
    };

    public static string From(StoredFeed feed) => feed.Feed.Deal is { } deal ? $"a news search made of the terms of the deal {deal}" : feed.FromFile ? "from feeds.json" : "added";

    public static string Missing(string id) => $"There is no feed \"{id}\". newswatcher feeds list shows them all.";
}
