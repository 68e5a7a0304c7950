namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads the scale and the currency around a number.</summary>
internal readonly ref struct OperandReader(AmountText text)
{
    private readonly AmountText _text = text;

    /// <summary>An amount or bare number that begins here, currency first or not.</summary>
    public bool TryAt(int pos, out AmountReading reading)
    {
        var start = pos;
        if (_text.Language.Money.TryAt(_text.Folded, pos, out var moneyEnd, out var money) && CanLead(money))
        {
            start = _text.SkipSpaces(moneyEnd);
        }

        if (!_text.TryNumber(start, out var number) || !number.IsGood || number.Has(NumberShape.Article))
        {
            reading = default;
            return false;
        }

        reading = Around(number, pos);
        return reading.Start == pos;
    }

    /// <param name="number">The number.</param>
    /// <param name="floor">Nothing before it can belong to the number.</param>
    public AmountReading Around(NumberReading number, int floor)
    {
        var left = Left(number, floor, out var start);
        var (value, end, scale) = Scaled(number, left is not null);
        var right = Right(number, end, scale, left is not null, out var rightEnd);
        if (left is not null && right is not null)
        {
            right = Refines(left, right, rightEnd) ? right : null;
        }

        if (right is not null)
        {
            end = rightEnd;
            if (scale == 1 && right.Form is MoneyForm.Code or MoneyForm.Sign && right.Factor == 1 && !number.Has(NumberShape.Scaled))
            {
                (value, end, scale) = ScaleBehind(value, end);
            }
        }

        var money = right is not null && left is not null && left.Form == MoneyForm.Sign && right.Form != MoneyForm.Code && left.Family != left.Code && IsRefined(left) ? left : right ?? left;
        return new(left is null ? number.Start : start, end, value * (money?.Factor ?? 1), money, number)
        {
            Scale = scale > 1 ? scale * number.Scale : number.Scale,
            Qualifier = number.Has(NumberShape.Surplus) ? Qualifier.AtLeast : Qualifier.Exact,
        };
    }

    private static bool CanLead(Money money) => money.Form is MoneyForm.Sign or MoneyForm.Prefix or MoneyForm.CapitalPrefix or MoneyForm.LocalPrefix or MoneyForm.Code or MoneyForm.WeakCode or MoneyForm.LeadingNoun;

    private static bool IsRefined(Money sign) => sign.Code is not null and not "USD" and not "GBP";

    // "$5 CAD", "US$5 million dollars"; but in "rmb 10 usd 20" the second code belongs to the second number.
    private bool Refines(Money left, Money right, int rightEnd)
    {
        if (CharKinds.Of(_text.At(_text.SkipSpaces(rightEnd))) == CharKind.Digit)
        {
            return false;
        }

        return right.Family == left.Family && right.Factor == 1 || left is { Form: MoneyForm.Sign, Family: "dollar" } && right is { Form: MoneyForm.Code } && right.Code!.EndsWith('D'); // a code has its code
    }

    private Money? Left(NumberReading number, int floor, out int start)
    {
        var before = _text.SkipSpacesBack(number.Start);
        if ((_text.Language.Money.TryBefore(_text.Folded, before, out start, out var money) && CanLead(money) || _text.Language.LocalMoney.TryBefore(_text.Folded, before, out start, out money))
            && start >= floor && MoneyTraps.IsTrusted(_text, start, before, money))
        {
            var needsScale = money.Form is MoneyForm.WeakCode or MoneyForm.LocalPrefix || (money.Form == MoneyForm.LeadingNoun && money.Family is "euro" or "pound") || (money.Form == MoneyForm.CapitalPrefix && before - start == 1);
            return !needsScale || number.Has(NumberShape.Scaled | NumberShape.Grouped) || StartsScale(number.End) ? money : null;
        }

        return null;
    }

    private bool StartsScale(int end) => _text.Language.Scales.TryAt(_text.Folded, _text.SkipGap(end), out var scaleEnd, out _) && (scaleEnd - _text.SkipGap(end) > 1 || IsHyphened(end));

    // "P64-B contract", as headlines have it.
    private bool IsHyphened(int end) => _text.At(end) == '-' && end + 1 < _text.Raw.Length && char.IsUpper(_text.Raw[end + 1]);

    private (decimal Value, int End, decimal Scale) Scaled(NumberReading number, bool hasLeft)
    {
        var (value, end, scale) = (number.Value, number.End, 1m);
        while (_text.SkipGap(end) is var at && _text.Language.Scales.TryAt(_text.Folded, at, out var scaleEnd, out var factor) && value <= AmountText.Most / factor && scale <= AmountText.Most / factor)
        {
            if (scaleEnd - at == 1 && !MayBeLetter(end, at, scaleEnd, hasLeft))
            {
                break;
            }

            value *= factor;
            scale *= factor;
            end = scaleEnd;
        }

        return (value, end, scale);
    }

    // A single letter is a scale in "$5m" or "5m euros"; "$1 T-shirt" is none.
    private bool MayBeLetter(int end, int at, int scaleEnd, bool hasLeft)
    {
        var next = _text.At(scaleEnd);
        var isTight = at == end || (hasLeft && IsHyphened(end)) || _text.At(at) == 'm' && _text.At(end) == ' ';
        return isTight && !(next == '-' && _text.At(at) == 't' && CharKinds.IsLatin(_text.At(scaleEnd + 1))) && (hasLeft || _text.Language.Money.TryAt(_text.Folded, _text.SkipGap(scaleEnd), out _, out _));
    }

    private (decimal Value, int End, decimal Scale) ScaleBehind(decimal value, int end)
    {
        var at = _text.SkipSpaces(end);
        return _text.Language.Scales.TryAt(_text.Folded, at, out var scaleEnd, out var factor) && scaleEnd - at > 1 && value <= AmountText.Most / factor
            ? (value * factor, scaleEnd, factor)
            : (value, end, 1);
    }

    private Money? Right(NumberReading number, int end, decimal scale, bool hasLeft, out int rightEnd)
    {
        var at = _text.SkipGap(end);
        if (!_text.Language.Money.TryAt(_text.Folded, at, out rightEnd, out var money))
        {
            if (!_text.Language.Connectors.TryAt(_text.Folded, at, out var connectorEnd, out _))
            {
                return null;
            }

            at = _text.SkipSpaces(connectorEnd);
            if (!_text.Language.Money.TryAt(_text.Folded, at, out rightEnd, out money))
            {
                return null;
            }
        }

        var belongsToNext = at > end && CharKinds.Of(_text.At(rightEnd)) == CharKind.Digit && money.Form is not MoneyForm.Noun;
        if (belongsToNext || money.Form is MoneyForm.TrailingSubunit or MoneyForm.Prefix or MoneyForm.CapitalPrefix or MoneyForm.LocalPrefix || !MoneyTraps.IsTrusted(_text, at, rightEnd, money))
        {
            return null;
        }

        return hasLeft || MoneyTraps.IsMoney(_text, number, scale, at, rightEnd, money) ? money : null;
    }
}
