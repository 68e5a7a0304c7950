using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>A fact for people: what it says, then its sentence.</summary>
internal static class FactLines
{
    public static void Tell(Terminal terminal, Fact fact)
    {
        terminal.Line($"{fact.Kind}: {FactText.Of(fact)}{(fact.PartId is null ? "" : $" — {fact.PartId}")} [{fact.Evidence.Rule}]");
        terminal.Line($"“{fact.Evidence.Sentence.Trim()}”{(fact.Evidence.InTitle ? " (title)" : "")}", indent: 4);
    }
}
