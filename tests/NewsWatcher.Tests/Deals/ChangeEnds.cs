using NewsWatcher.Deals;

namespace NewsWatcher.Tests.Deals;

/// <summary>Changes as what each thing was and is.</summary>
internal static class ChangeEnds
{
    public static IEnumerable<(string Thing, string From, string To)> Of(IEnumerable<DealChange> changes) => changes.Select(c =>
    {
        var at = c.Text.IndexOf(": ", StringComparison.Ordinal);
        var values = c.Text[(at + 2)..].Split(" → ");
        return ($"{c.Kind} {c.PartId} {c.Text[..at]}", values.Length > 1 ? values[0] : "", values[^1] is "no longer" ? "" : values[^1]);
    });

    /// <summary>One span after the other; what comes back to what it was is no change.</summary>
    public static IEnumerable<(string Thing, string From, string To)> Composed(IEnumerable<DealChange> first, IEnumerable<DealChange> second) =>
        Of(first).Concat(Of(second)).GroupBy(e => e.Thing).Select(g => (g.Key, g.First().From, g.Last().To)).Where(e => e.From != e.To);
}
