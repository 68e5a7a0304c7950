namespace NewsWatcher.Extraction.Amounts;

/// <summary>Tells money from what only looks like it: weights, years, screens, names.</summary>
internal static class MoneyTraps
{
    private const int WeightWindow = 48;

    /// <summary>Codes that people also write in small letters.</summary>
    private static readonly HashSet<string> AnyCase = new(["USD", "EUR", "GBP", "JPY", "CAD", "AUD", "NZD", "CHF", "CNY", "HKD", "SGD", "INR", "SEK", "NOK", "DKK", "KRW", "MXN", "BRL"], StringComparer.Ordinal);

    /// <summary>Whether a word in this place of the text can name money at all.</summary>
    public static bool IsTrusted(AmountText text, int start, int end, Money money)
    {
        if (money.Form is MoneyForm.CapitalPrefix or MoneyForm.LocalPrefix)
        {
            return char.IsUpper(text.Raw[start]);
        }

        if (money.Form is not (MoneyForm.Code or MoneyForm.WeakCode) || money.Form == MoneyForm.Code && AnyCase.Contains(money.Family))
        {
            return true;
        }

        foreach (var c in text.Raw[start..end])
        {
            if (char.IsLower(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a number with the name of money behind it is an amount.</summary>
    public static bool IsMoney(AmountText text, NumberReading number, decimal scale, int start, int end, Money money)
    {
        if (IsPartOfName(text, number) || HasFollower(text, number, end, money))
        {
            return false;
        }

        var isFirm = scale > 1 || number.Has(NumberShape.Scaled | NumberShape.Grouped | NumberShape.Decimals);
        return money.Form switch
        {
            MoneyForm.WeakCode => isFirm || !CharKinds.IsLatin(text.At(text.SkipSpaces(end))),
            MoneyForm.DoubtfulNoun => IsFirmEnough(text, number, isFirm, scale, start, end, money),
            MoneyForm.Subunit when end - start == 1 && char.IsAsciiLetter(text.At(start)) => start == number.End && scale == 1 && IsPrice(text, number, end),
            MoneyForm.Noun when money.Family == "dollar" => !IsYearOfPrices(text, number, end),
            _ => true,
        };
    }

    private static bool IsFirmEnough(AmountText text, NumberReading number, bool isFirm, decimal scale, int start, int end, Money money)
    {
        var next = text.At(end);
        var isSupported = text.Language.Traps.Supports.TryAt(text.Folded, text.SkipGap(end), out _, out _);
        if (CharKinds.IsDense(text.At(start)))
        {
            var isBareDigit = number.Shape == NumberShape.Dense && number.Value < 10;
            return (!CharKinds.IsDense(next) || isSupported) && (!isBareDigit || money.Family == "kuai");
        }

        if (money.Family != "pound")
        {
            return isFirm || number.Value >= 1000 || isSupported;
        }

        var hyphened = text.At(start - 1) == '-';
        return hyphened ? isSupported || (scale > 1 && !IsWeight(text, number.Start, end, isBare: false)) : !IsWeight(text, number.Start, end, scale == 1 && !number.Has(NumberShape.Scaled));
    }

    /// <summary>"weighs 500 pounds", "2 million pounds of copper".</summary>
    private static bool IsWeight(AmountText text, int start, int end, bool isBare)
    {
        if (text.Language.Traps.Weights.TryAt(text.Folded, text.SkipGap(end), out _, out var behind) && behind is not ("near" or "bare") && (behind != "behind" || isBare))
        {
            return true;
        }

        for (var i = Math.Max(0, start - WeightWindow); i < start; i++)
        {
            if (text.Folded[i] is '\n')
            {
                return false;
            }

            if (text.Language.Traps.Weights.TryAt(text.Folded, i, out _, out var place) && (place == "near" || (place == "bare" && isBare)))
            {
                return true;
            }
        }

        return false;
    }

    // A number glued to letters or to a number before it: F16, No.5, 3:10.
    private static bool IsPartOfName(AmountText text, NumberReading number)
    {
        var before = text.At(number.Start - 1);
        return CharKinds.IsLatin(before) || before is '#' or '/' or ':' && CharKinds.IsDigit(text.At(number.Start - 2))
            || before == ' ' && text.At(number.Start - 2) == '.' && text.At(number.Start - 3) == ' ' && CharKinds.IsDigit(text.At(number.Start - 4));
    }

    private static bool HasFollower(AmountText text, NumberReading number, int end, Money money) =>
        text.Language.Traps.Followers.TryAt(text.Folded, text.At(end) == ' ' ? end + 1 : end, out _, out var family)
        && (family == money.Family || (family.EndsWith('?') && family.AsSpan(0, family.Length - 1).SequenceEqual(money.Family) && number.Value is < 10 or 10000 && (number.Shape & ~NumberShape.Scaled) == NumberShape.Dense));

    // "in 1982 dollars"
    private static bool IsYearOfPrices(AmountText text, NumberReading number, int end) =>
        number.Shape == NumberShape.None && number.Value is >= 1900 and <= 2100 && number.End < end
        && text.Folded[..number.Start].EndsWith("in ", StringComparison.Ordinal);

    // "530p" is a price, "1080p" a screen, "6p.m." a time.
    private static bool IsPrice(AmountText text, NumberReading number, int end) =>
        number.Value is not (144 or 240 or 360 or 480 or 576 or 720 or 1080 or 1440 or 2160 or 4320)
        && !(text.At(end) == '.' && CharKinds.IsLatin(text.At(end + 1))) && char.IsLower(text.Raw[end - 1]);
}
