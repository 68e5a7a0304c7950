using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>How finely a figure was printed: "33 billion" says nothing below half a billion.</summary>
internal static class PrintedPrecision
{
    private const decimal Coarsest = 0.03m;

    /// <summary>The worth of one unit of the last printed digit.</summary>
    public static decimal Of(Amount amount)
    {
        var value = Math.Abs(amount.Best);
        if (value == 0)
        {
            return 0;
        }

        var unit = Printed(amount.Text, value) ?? TrailingZeros(value);
        return Math.Min(unit, value * Coarsest);
    }

    /// <summary>Whether two figures are one, printed with more and with fewer digits.</summary>
    public static bool AreOne(decimal one, decimal oneUnit, decimal other, decimal otherUnit) =>
        one == other || (oneUnit != otherUnit && Math.Abs(one - other) <= Math.Max(oneUnit, otherUnit) / 2);

    // Only where one number was printed is it plain which digit was the last.
    private static decimal? Printed(string text, decimal value)
    {
        var start = -1;
        for (var i = 0; i <= text.Length; i++)
        {
            var isPart = i < text.Length && (char.IsAsciiDigit(text[i]) || (start >= 0 && text[i] is '.' or ',' && i + 1 < text.Length && char.IsAsciiDigit(text[i + 1])));
            if (isPart && start < 0)
            {
                start = i;
            }
            else if (!isPart && start >= 0)
            {
                return text.AsSpan(i).IndexOfAnyInRange('0', '9') < 0 ? Unit(text[start..i], value) : null;
            }
        }

        return null;
    }

    private static decimal? Unit(string printed, decimal value)
    {
        var plain = printed.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) || number == 0)
        {
            return null;
        }

        var decimals = plain.IndexOf('.', StringComparison.Ordinal) is var point and >= 0 ? plain.Length - point - 1 : 0;
        var scale = value / number;
        for (var i = 0; i < decimals; i++)
        {
            scale /= 10;
        }

        return scale;
    }

    private static decimal TrailingZeros(decimal value)
    {
        var unit = 1m;
        while (unit < value && value % (unit * 10) == 0)
        {
            unit *= 10;
        }

        return unit;
    }
}
