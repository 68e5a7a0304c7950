using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatcher.Extraction.Amounts;

/// <summary>Roughly how much sums of different money are beside each other: good for telling sizes apart, never for a figure.</summary>
internal static class RoughRates
{
    /// <summary>Rates move by so much within years.</summary>
    public const decimal Margin = 1.5m;

    private static readonly FrozenDictionary<string, decimal> Dollars = LanguageFiles.Lines("all", "rough-rates.txt")
        .Where(l => l[0] != '#')
        .Select(l => l.Split(' '))
        .ToFrozenDictionary(l => l[0], l => decimal.Parse(l[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    /// <summary>A value in other money; null where one of the two is not known.</summary>
    public static decimal? In(string currency, decimal value, string? of) =>
        of is not null && Dollars.TryGetValue(of, out var from) && Dollars.TryGetValue(currency, out var to) ? value / to * from : null;
}
