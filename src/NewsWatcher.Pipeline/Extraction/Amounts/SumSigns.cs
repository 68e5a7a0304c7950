namespace NewsWatcher.Extraction.Amounts;

/// <summary>Whether one of some large sums may stand in a text, told without reading its amounts: by leading digits alone, whatever unit and separators they are printed with,
/// and by every form of number that its digits do not tell ("half a trillion", 五千五百億, 1조 2천억). It never misses one that <see cref="AmountReader"/> reads.</summary>
internal sealed class SumSigns
{
    // Below this a sum may be spelled without any word that scales it.
    private const decimal Fewest = 2_000_000;

    // Wider than what counts as the same sum, so that cents and rounding miss none.
    private const double Tolerance = 0.006;
    private const int MaxDigits = 15;
    private const int Spaces = 4;
    private const int Near = 12;

    private readonly double[] _leading;
    private readonly bool _isAnyForm;

    public SumSigns(IEnumerable<decimal> sums)
    {
        var positive = sums.Where(s => s > 0).ToList();
        _isAnyForm = positive.Exists(s => s < Fewest);
        _leading = [.. positive.Select(s => Leading((double)s)).Distinct()];
    }

    public bool StandIn(string text)
    {
        if (_isAnyForm || _leading.Length == 0)
        {
            return _isAnyForm;
        }

        var trail = new WordTrail();
        for (var at = 0; at < text.Length;)
        {
            switch (CharKinds.Of(Folding.Fold(text[at])))
            {
                case CharKind.Digit:
                    if (IsSum(text, ref at))
                    {
                        return true;
                    }

                    break;
                case CharKind.Latin:
                    if (IsSpelled(text, ref at, ref trail))
                    {
                        return true;
                    }

                    break;
                case CharKind.HanNumeral or CharKind.HangulNumeral when IsScaledNumeral(text, at):
                    return true;
                default:
                    at++;
                    break;
            }
        }

        return false;
    }

    // Digits with separators, then perhaps a unit that changes none of the leading digits.
    private bool IsSum(string text, ref int at)
    {
        // 천 4백억
        if (BeforeSpaces(text, at) is >= 0 and var before && (DenseNumerals.Has(Folding.Fold(text[before])) || DenseNumerals.IsSurplus(Folding.Fold(text[before]))))
        {
            return true;
        }

        var (joined, group, groups, digits) = (0.0, 0.0, 1, 0);
        for (; at < text.Length; at++)
        {
            var c = Folding.Fold(text[at]);
            if (CharKinds.IsDigit(c))
            {
                joined = digits++ < MaxDigits ? (joined * 10) + (c - '0') : joined;
                group = (group * 10) + (c - '0');
            }
            else if (CharKinds.Of(c) == CharKind.Digit)
            {
                // A half, a quarter.
                return true;
            }
            else if (c is '.' or ',' or '\'' or ' ' && at + 1 < text.Length && CharKinds.IsDigit(Folding.Fold(text[at + 1])))
            {
                if (c == ' ' || ++groups > 2 || IsOne(group))
                {
                    return true;
                }

                group = 0;
            }
            else
            {
                break;
            }
        }

        return IsOne(joined) || (groups > 1 && IsOne(group)) || GoesOn(text, at);
    }

    // 5兆5,000億, 2천5백억, 20多亿: more than one unit, or more behind it.
    private static bool GoesOn(string text, int end)
    {
        var at = PastSpaces(text, end);
        if (at < text.Length && DenseNumerals.TryGet(Folding.Fold(text[at]), out var unit) && unit.Kind is DenseKind.Unit)
        {
            at = PastSpaces(text, at + 1);
        }

        if (at < text.Length && DenseNumerals.TryGet(Folding.Fold(text[at]), out var myriad) && myriad.Kind is DenseKind.Myriad)
        {
            at = PastSpaces(text, at + 1);
        }

        return at < text.Length && at > end && IsNumeral(Folding.Fold(text[at])) || at == end && at < text.Length && DenseNumerals.IsSurplus(Folding.Fold(text[at]));
    }

    // Without digits before it, only what is scaled by a myriad is large: 五千五百億, 천만.
    private static bool IsScaledNumeral(string text, int at)
    {
        if (!DenseNumerals.TryGet(Folding.Fold(text[at]), out var numeral))
        {
            return false;
        }

        var before = BeforeSpaces(text, at);
        var next = PastSpaces(text, at + 1);
        return numeral.Kind == DenseKind.Myriad && ((before >= 0 && IsOfNumber(text, before)) || (next < text.Length && IsNumeral(Folding.Fold(text[next]))));
    }

    // What stands before a myriad: one run of digits, with a unit or without, is looked at as digits.
    private static bool IsOfNumber(string text, int at)
    {
        var c = Folding.Fold(text[at]);
        if (DenseNumerals.IsSurplus(c))
        {
            return true;
        }

        if (!DenseNumerals.TryGet(c, out var numeral))
        {
            return false;
        }

        var before = BeforeSpaces(text, at);
        return numeral.Kind != DenseKind.Unit || before < 0 || !CharKinds.IsDigit(Folding.Fold(text[before]));
    }

    // "two billion", "half of a trillion", "fünf Mio", "千$ Mrd": right behind a word of a number one that scales it; both in one word; a name of money that scales what stands beside it.
    private static bool IsSpelled(string text, ref int at, ref WordTrail trail)
    {
        var (start, hash) = (at, SumWords.Nothing);
        for (; at < text.Length && Folding.Fold(text[at]) is var c && CharKinds.IsLatin(c); at++)
        {
            hash = SumWords.Next(hash, c);
        }

        var isSpelled = SumWords.Scales.Contains(hash) && !(BeforeSpaces(text, start) is >= 0 and var before && CharKinds.IsDigit(Folding.Fold(text[before])))
            && (trail.HasNumber(text, start) || text.AsSpan(Math.Max(0, start - Near)..start).IndexOfAny(DenseNumerals.Characters) >= 0);
        trail = trail.Then(start, at);
        return isSpelled || SumWords.IsCompound(text.AsSpan(start..at)) || SumWords.IsScaledMoney(hash, text, at);
    }

    private static bool IsNumeral(char c) => CharKinds.Of(c) is CharKind.Digit or CharKind.HanNumeral or CharKind.HangulNumeral || DenseNumerals.IsSurplus(c);

    private static int PastSpaces(string text, int at)
    {
        var end = at;
        while (end < text.Length && end - at <= Spaces && Folding.Fold(text[end]) == ' ')
        {
            end++;
        }

        return end;
    }

    private static int BeforeSpaces(string text, int at)
    {
        var before = at - 1;
        while (before >= 0 && at - before <= Spaces && Folding.Fold(text[before]) is ' ' or '-')
        {
            before--;
        }

        return before;
    }

    private bool IsOne(double number) => number > 0 && Leading(number) is var leading && Array.Exists(_leading, l => IsSame(leading, l));

    private static double Leading(double value) => value / Math.Pow(10, Math.Floor(Math.Log10(value)));

    // 9.99 and 1.0 lead to the same value.
    private static bool IsSame(double one, double other) =>
        Math.Abs(one - other) <= other * Tolerance || Math.Abs((one * 10) - other) <= other * Tolerance || Math.Abs(one - (other * 10)) <= other * 10 * Tolerance;
}
