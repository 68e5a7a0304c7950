using System.CommandLine;

namespace NewsWatcher.Cli;

/// <summary>deals: what is followed.</summary>
internal static class DealsCommand
{
    public static Argument<string> Id => new("DEAL") { Description = "The deal's id, as deals list shows it" };

    public static Command Create() => new("deals", "List, add, edit and check the deals that are followed")
    {
        DealsListCommand.Create(),
        DealsShowCommand.Create(),
        DealsAddCommand.Create(),
        DealsEditCommand.Create(),
        DealsRemoveCommand.Create(),
        DealsCheckCommand.Create(),
        DealsSuggestCommand.Create(),
    };

    public static string Missing(string id) => $"There is no deal \"{id}\". newswatcher deals list shows them all.";
}
