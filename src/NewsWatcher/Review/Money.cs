using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Review;

/// <summary>Sums as people write them: "$550 bn", "up to $44 bn", "¥3.3 tn"; the exact value goes beside them.</summary>
public static class Money
{
    private static readonly (decimal Least, string Scale)[] Scales = [(1_000_000_000_000, "tn"), (1_000_000_000, "bn"), (1_000_000, "m")];

    public static string Text(LedgerAmount amount) => Text(amount.Value, amount.Min, amount.Max, amount.Currency, amount.Qualifier);

    public static string Text(Amount amount) =>
        Text(amount.Value, amount.Min, amount.Max, amount.Currency, amount.Qualifier) + (amount.Per is null ? "" : $" per {amount.Per}");

    public static string Text(decimal value, string? currency) => Sign(currency) + Scaled(value);

    /// <summary>"36,000,000,000 USD".</summary>
    public static string Exact(LedgerAmount amount) => Exact(amount.Value, amount.Min, amount.Max, amount.Currency);

    public static string Exact(Amount amount) => Exact(amount.Value, amount.Min, amount.Max, amount.Currency);

    private static string Text(decimal? value, decimal? min, decimal? max, string? currency, Qualifier qualifier)
    {
        if (value is { } one)
        {
            return Wording.Of(qualifier) + Text(one, currency);
        }

        return (min, max) switch
        {
            ({ } low, { } high) => $"{Text(low, currency)} to {Text(high, currency)}",
            ({ } low, null) => Wording.Of(Qualifier.AtLeast) + Text(low, currency),
            (null, { } high) => Wording.Of(Qualifier.UpTo) + Text(high, currency),
            _ => "not stated",
        };
    }

    private static string Exact(decimal? value, decimal? min, decimal? max, string? currency)
    {
        var unit = currency is null ? " (currency not told)" : " " + currency;
        return value is { } one ? Plain(one) + unit : string.Join(" to ", new[] { min, max }.OfType<decimal>().Select(Plain)) + unit;
    }

    private static string Scaled(decimal value)
    {
        foreach (var (least, scale) in Scales)
        {
            if (Math.Abs(value) >= least)
            {
                return $"{(value / least).ToString("#,0.###", CultureInfo.InvariantCulture)}\u00a0{scale}";
            }
        }

        return Plain(value);
    }

    private static string Plain(decimal value) => value.ToString("#,0.####", CultureInfo.InvariantCulture);

    private static string Sign(string? currency) => currency switch
    {
        null => "",
        "USD" => "$",
        "EUR" => "€",
        "GBP" => "£",
        "JPY" => "¥",
        "KRW" => "₩",
        "INR" => "₹",
        "CNY" => "CN¥",
        "CAD" => "C$",
        "AUD" => "A$",
        _ => currency + "\u00a0",
    };
}
