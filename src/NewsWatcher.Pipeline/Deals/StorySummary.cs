using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What the items of one development say together.</summary>
/// <param name="IndependentSources">Distinct origins that count.</param>
/// <param name="AmountConflict">Two origins give values more than a twentieth apart for the same thing.</param>
/// <param name="Stage">Of the newest item that reports one.</param>
public sealed record StorySummary(int IndependentSources, bool AmountConflict, Stage? Stage)
{
    private const decimal Apart = 0.05m;

    /// <param name="items">In the order of the news.</param>
    public static StorySummary Of(IReadOnlyList<StoryItem> items, IReadOnlyDictionary<long, Origin> origins)
    {
        var counting = items.Where(i => origins.TryGetValue(i.Id, out var origin) && origin is { Counts: true, CopyOf: null }).ToList();
        var stage = items.Where(i => !i.IsAiGenerated).Select(i => i.Facts.NewsStage).LastOrDefault(s => s is not null);
        return new(counting.Select(i => origins[i.Id].Key).Distinct(StringComparer.Ordinal).Count(), Conflicts(counting, origins), stage);
    }

    private static bool Conflicts(List<StoryItem> items, IReadOnlyDictionary<long, Origin> origins) => items
        .SelectMany(i => Statements(i, origins[i.Id].Key))
        .GroupBy(s => s.Thing)
        .Any(thing => thing.Any(one => thing.Any(other => one.Origin != other.Origin && Disagree(one, other))));

    private static IEnumerable<Statement> Statements(StoryItem item, string origin) => item.Facts.Amounts
        .Where(a => a is { Role: <= AmountRole.Spent, Per: null, Currency: not null } && a.Best > 0)
        .GroupBy(a => (a.Role, a.Currency, a.PartId))
        .Select(g => new Statement(g.Key, origin, g.First(), [.. item.Facts.Amounts.Where(a => a.Role == g.Key.Role && a.Currency == g.Key.Currency)]));

    // An article that gives an old and a new figure leads with the new one; which project a sum is of may be read differently.
    private static bool Disagree(Statement one, Statement other) =>
        !AreClose(one.Main, other.Main) && (!other.All.Exists(a => AreClose(a, one.Main)) || !one.All.Exists(a => AreClose(a, other.Main)));

    private static bool AreClose(Amount one, Amount other) =>
        Math.Abs(one.Best - other.Best) <= Apart * Math.Max(one.Best, other.Best)
        || (one is { Min: { } low, Max: { } high } && other.Best >= low && other.Best <= high)
        || (other is { Min: { } least, Max: { } most } && one.Best >= least && one.Best <= most);

    private sealed record Statement((AmountRole Role, string? Currency, string? PartId) Thing, string Origin, Amount Main, List<Amount> All);
}
