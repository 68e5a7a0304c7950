using System.CommandLine;

namespace NewsWatcher.Cli;

/// <summary>items: what was captured.</summary>
internal static class ItemsCommand
{
    public static Argument<long> Id => new("ITEM") { Description = "The item's number, as items list shows it" };

    public static Command Create() => new("items", "List, search, add, annotate and export what was captured")
    {
        ItemsListCommand.Create(),
        ItemsShowCommand.Create(),
        ItemsListCommand.CreateSearch(),
        ItemsAddCommand.Create(),
        ItemsTagCommand.Create(),
        ItemsNoteCommand.Create(),
        ItemsExportCommand.Create(),
    };

    public static string Missing(long id) => $"There is no item {id}. newswatcher items list shows the newest.";
}
