namespace NewsWatcher.Extraction.Amounts;

/// <summary>Compares figures with the configured totals of a deal and its parts.</summary>
internal static class KnownTotals
{
    private const decimal Rounding = 0.01m;
    private const decimal Near = 2.5m;

    /// <summary>A sum so small beside the deal is a price or a fee.</summary>
    private const decimal Trifle = 2000m;

    public const decimal SmallestDeal = 1_000_000m;

    public static bool Equals(Amount amount, FollowedPart part) => part.Headline is { } total && total.Currency == amount.Currency && IsClose(amount.Best, total.Value);

    /// <summary>The part whose known total the figure is, the deal itself first.</summary>
    public static FollowedPart? PartWith(Amount amount, FollowedDeal deal)
    {
        foreach (var part in deal.Parts)
        {
            if (Equals(amount, part))
            {
                return part;
            }
        }

        return null;
    }

    /// <summary>Of the size of the whole, in whatever money; true where that cannot be told.</summary>
    public static bool IsNear(Amount amount, FollowedPart part)
    {
        if (part.Headline is not { } total || (total.Currency != amount.Currency ? RoughRates.In(total.Currency, amount.Best, amount.Currency) : amount.Best) is not { } value)
        {
            return true;
        }

        var near = total.Currency == amount.Currency ? Near : Near * RoughRates.Margin;
        return value <= total.Value * near && value >= total.Value / near;
    }

    /// <summary>More than the whole: not one of its parts.</summary>
    public static bool IsAbove(Amount amount, FollowedPart part) => part.Headline is { } total && total.Currency == amount.Currency && amount.Best > total.Value * (1 + Rounding);

    /// <summary>"$55 billion" of 550: the total with a digit or a scale lost.</summary>
    public static bool IsSlip(Amount amount, FollowedPart part)
    {
        if (part.Headline is not { } total || total.Currency != amount.Currency || amount.Best <= 0)
        {
            return false;
        }

        var ratio = amount.Best > total.Value ? amount.Best / total.Value : total.Value / amount.Best;
        return IsClose(ratio, 10) || IsClose(ratio, 100) || IsClose(ratio, 1000);
    }

    public static bool IsTrifle(Amount amount, FollowedPart part) =>
        amount.Best < SmallestDeal || (part.Headline is { } total && total.Currency == amount.Currency && amount.Best * Trifle < total.Value);

    private static bool IsClose(decimal value, decimal known) => Math.Abs(value - known) <= known * Rounding;
}
