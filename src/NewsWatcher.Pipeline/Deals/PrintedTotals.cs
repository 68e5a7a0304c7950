namespace NewsWatcher.Deals;

/// <summary>The totals of deals by their digits alone, whatever unit and separators they are printed with: "550 billion", "5,500億", "$0.55tn".</summary>
internal sealed class PrintedTotals(IReadOnlyList<decimal> totals)
{
    // Wider than what counts as the same total, so that none is missed.
    private const double Tolerance = 0.006;
    private const int MaxDigits = 15;

    private readonly double[] _leading = [.. totals.Where(t => t > 0).Select(t => Leading((double)t)).Distinct()];

    public bool StandIn(string text)
    {
        if (_leading.Length == 0)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsDigit(text[i]))
            {
                var number = Number(text, ref i);
                if (number > 0 && Array.Exists(_leading, l => IsSame(Leading(number), l)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    // Separators of any kind between digits, and digits of any script.
    private static double Number(string text, ref int at)
    {
        var (number, digits) = (0.0, 0);
        for (; at < text.Length; at++)
        {
            if (char.IsDigit(text[at]))
            {
                number = digits++ < MaxDigits ? (number * 10) + char.GetNumericValue(text[at]) : number;
            }
            else if (!(text[at] is '.' or ',' or '\'' or '\u2019' or '\u00a0' or '\u202f' or '\uff0c' or '\uff0e' && at + 1 < text.Length && char.IsDigit(text[at + 1])))
            {
                break;
            }
        }

        return number;
    }

    private static double Leading(double value) => value / Math.Pow(10, Math.Floor(Math.Log10(value)));

    // 9.99 and 1.0 lead to the same value.
    private static bool IsSame(double one, double other) =>
        Math.Abs(one - other) <= other * Tolerance || Math.Abs((one * 10) - other) <= other * Tolerance || Math.Abs(one - (other * 10)) <= other * 10 * Tolerance;
}
