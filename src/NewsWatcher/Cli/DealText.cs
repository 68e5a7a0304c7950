using System.Globalization;
using NewsWatcher.Deals;

namespace NewsWatcher.Cli;

/// <summary>Why an article belongs to a deal or does not, for people.</summary>
internal static class DealText
{
    public static void Tell(Terminal terminal, DealMatch match)
    {
        terminal.Line($"{(match.Belongs ? "Belongs to" : "Held back from")} {match.DealId}, score {match.Score.ToString("0.00", CultureInfo.InvariantCulture)}:");
        foreach (var reason in match.Reasons)
        {
            terminal.Line($"· {reason}", indent: 2);
        }
    }
}
