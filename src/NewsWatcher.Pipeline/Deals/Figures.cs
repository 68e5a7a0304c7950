using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Groups the statements about one thing into figures.</summary>
internal static class Figures
{
    /// <summary>Equal statements are one figure; a coarser printing joins the nearest finer one. By value.</summary>
    public static IReadOnlyList<Figure> Of(IEnumerable<Weighed> claims)
    {
        var groups = claims
            .GroupBy(c => (Amount)c.Fact is var a ? (a.Best, a.Min, a.Max, a.Currency) : default)
            .Select(g => (g.Key.Best, g.Key.Min, g.Key.Currency, Unit: g.Min(c => PrintedPrecision.Of((Amount)c.Fact)), Claims: g.ToList()))
            .OrderBy(g => g.Unit).ThenBy(g => g.Best).ThenBy(g => g.Min).ThenBy(g => g.Currency, StringComparer.Ordinal);
        var figures = new List<(decimal Best, decimal? Min, string? Currency, decimal Unit, List<Weighed> Claims)>();
        foreach (var group in groups)
        {
            var finer = figures
                .Where(f => f.Currency == group.Currency && f.Min is null && group.Min is null && PrintedPrecision.AreOne(f.Best, f.Unit, group.Best, group.Unit))
                .OrderBy(f => Math.Abs(f.Best - group.Best)).ThenBy(f => f.Best).FirstOrDefault();
            if (finer.Claims is null)
            {
                figures.Add(group);
            }
            else
            {
                finer.Claims.AddRange(group.Claims);
            }
        }

        return [.. figures.Select(f => new Figure(f.Claims)).OrderBy(f => f.Value).ThenBy(f => f.Currency, StringComparer.Ordinal)];
    }
}
