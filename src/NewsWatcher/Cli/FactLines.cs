using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>A fact for people: what it says, then its sentence.</summary>
internal static class FactLines
{
    /// <param name="claim">What its claim is known by, and what a person said of it; null for a fact that is not kept.</param>
    public static void Tell(Terminal terminal, Fact fact, string? claim = null)
    {
        terminal.Line($"{fact.Kind}: {FactText.Of(fact)}{(fact.PartId is null ? "" : $" — {fact.PartId}")} [{fact.Evidence.Rule}]{(claim is null ? "" : $" [{claim}]")}");
        terminal.Line($"“{fact.Evidence.Sentence.Trim()}”{(fact.Evidence.InTitle ? " (title)" : "")}", indent: 4);
    }
}
