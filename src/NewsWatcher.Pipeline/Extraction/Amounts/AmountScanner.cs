namespace NewsWatcher.Extraction.Amounts;

/// <summary>One pass over a text: jumps from number to number and reads what stands around each. Never goes back before the last amount.</summary>
internal ref struct AmountScanner(AmountText text)
{
    private readonly AmountText _text = text;
    private readonly OperandReader _operands = new(text);
    private int _pos;
    private int _floor;
    private string? _lastCode;

    /// <summary>Numbers looked at and characters passed: proportional to the length of any text.</summary>
    public int Steps { get; private set; }

    public bool Next(out AmountReading amount)
    {
        while (_pos < _text.Folded.Length)
        {
            Steps++;
            var kind = CharKinds.Of(_text.Folded[_pos]);
            if (kind == CharKind.Other)
            {
                _pos++;
            }
            else if (IsStart(kind, out var past) && _text.TryNumber(_pos, out var number))
            {
                _pos = Math.Max(number.End, _pos + 1);
                if (number.IsGood && Read(number, out amount))
                {
                    return true;
                }
            }
            else
            {
                _pos = past;
            }
        }

        amount = default;
        return false;
    }

    private readonly bool IsStart(CharKind kind, out int past)
    {
        past = _pos + 1;
        if (kind == CharKind.Latin)
        {
            while (past < _text.Folded.Length && CharKinds.IsLatin(_text.Folded[past]))
            {
                past++;
            }

            return _text.Language.Spelled.TryAt(_text.Folded, _pos, out _, out _);
        }

        return kind != CharKind.HangulNumeral || !CharKinds.IsHangul(_text.At(_pos - 1));
    }

    private bool Read(NumberReading number, out AmountReading amount)
    {
        var first = _operands.Around(number, _floor);
        if (!TryRange(first, out amount))
        {
            if (first.Money is null || IsVague(first))
            {
                return false;
            }

            amount = WithSubunits(first);
            if (number.Has(NumberShape.Article) && amount.End == first.End && !first.IsScaled)
            {
                return false;
            }
        }

        if (amount.Value == 0 && amount.Upper is null && !CharKinds.IsDigit(_text.Folded[number.Start]))
        {
            return false;
        }

        amount = new QualifierReader(_text).Read(WithCurrency(amount), _floor);
        (_pos, _floor) = (amount.End, amount.End);
        return true;
    }

    // Cents are of the money named before; in English, of the dollar else.
    private AmountReading WithCurrency(AmountReading amount)
    {
        if (amount.Money is { Code: null, Family: "cent" } cents && (_lastCode ?? _text.Language.CentCurrency) is { } code)
        {
            return amount with { Money = cents with { Code = code } };
        }

        _lastCode = amount.Money?.Code is "USD" or "EUR" or "CAD" or "AUD" or "NZD" or "HKD" or "SGD" ? amount.Money.Code : _lastCode;
        return amount;
    }

    private readonly bool IsVague(AmountReading reading) => _text.Language.Vague.TryBefore(_text.Folded, _text.SkipSpacesBack(reading.Number.Start), out _, out _);

    private readonly bool TryRange(AmountReading first, out AmountReading range)
    {
        range = default;
        if (first.Number.Has(NumberShape.Article)
            || !_text.Language.Ranges.TryAt(_text.Folded, _text.SkipSpaces(first.End), out var wordEnd, out var word) || word is RangeWord.Between or RangeWord.From
            || !_operands.TryAt(_text.SkipSpaces(wordEnd), out var second)
            || (first.Money ?? second.Money) is not { } money || !AreOfOneMoney(first, second) || (first.Money is null && (second.Start < second.Number.Start || IsYear(first))))
        {
            return false;
        }

        var lower = Lower(first, second, money);
        if (lower >= Upper(second, money) || !IsRange(first, second, word))
        {
            return false;
        }

        range = first with { End = second.End, Value = lower, Upper = Upper(second, money), Money = second.Money ?? money, Scale = second.Scale, Qualifier = Qualifier.Range };
        return true;
    }

    // "in 2011 to 455.9 million dollars"
    private static bool IsYear(AmountReading reading) => reading.Number.Shape == NumberShape.None && reading.Value is >= 1900 and <= 2100;

    private static bool AreOfOneMoney(AmountReading first, AmountReading second) =>
        first.Money is null || second.Money is null || first.Money.Code == second.Money.Code || first.Money.Family == second.Money.Family;

    private static decimal Upper(AmountReading second, Money money) => second.Money is null ? second.Value * money.Factor : second.Value;

    // "$10-12 billion": the scale, and a subunit's factor, go for both ends.
    private static decimal Lower(AmountReading first, AmountReading second, Money money)
    {
        var elided = first.Scale == 1 && !first.Number.Has(NumberShape.Scaled) && second.Scale > 1 && first.Number.Value < second.Number.Value / TrailingScale(second);
        var value = elided ? first.Value * second.Scale : first.Value;
        return first.Money is null ? value * money.Factor : value;
    }

    private static decimal TrailingScale(AmountReading second) => second.Number.Scale;

    private readonly bool IsRange(AmountReading first, AmountReading second, RangeWord word)
    {
        var opens = Opening(first.Start, out var before);
        return word switch
        {
            RangeWord.And => opens == RangeWord.Between,
            RangeWord.Dash => second.IsScaled || second.Money is not null || !(_text.At(second.End) is '%' or '-' || CharKinds.IsDense(_text.At(second.End)) || CharKinds.IsLatin(_text.At(_text.SkipSpaces(second.End)))),
            _ => (second.IsScaled || second.Money is not null) && !IsChange(opens == RangeWord.From, before) && !_text.Language.ChangesAfter.TryAt(_text.Folded, second.End, out _, out _),
        };
    }

    private readonly RangeWord? Opening(int start, out int before)
    {
        before = _text.SkipSpacesBack(start);
        if (_text.Language.Ranges.TryBefore(_text.Folded, before, out var opening, out var word) && word is RangeWord.Between or RangeWord.From)
        {
            before = _text.SkipSpacesBack(opening);
            return word;
        }

        return null;
    }

    // "rose $0.6 million to $1.9 million"; with "from", the word of change may stand further off.
    private readonly bool IsChange(bool opensWithFrom, int before)
    {
        const int Window = 70;
        if (!opensWithFrom)
        {
            return _text.Language.Changes.TryBefore(_text.Folded, before, out _, out _);
        }

        for (var i = before; i > 0 && i > before - Window && _text.Folded[i - 1] != '\n'; i--)
        {
            if (_text.Folded[i - 1] == '%' || _text.Language.Changes.TryBefore(_text.Folded, i, out _, out _))
            {
                return true;
            }
        }

        return false;
    }

    // "20 dollars 43 cents", 五元三角
    private readonly AmountReading WithSubunits(AmountReading main)
    {
        for (var i = 0; i < 2 && main.Money is { Factor: 1 } && !main.IsScaled; i++)
        {
            var at = _text.SkipSpaces(main.End);
            if (_text.Language.Continuers.TryAt(_text.Folded, at, out var continued, out _))
            {
                at = _text.SkipSpaces(continued);
            }

            if (!_text.TryNumber(at, out var number) || !number.IsGood || number.Has(NumberShape.Scaled) || number.Value >= 100
                || !_text.Language.Money.TryAt(_text.Folded, _text.SkipSpaces(number.End), out var end, out var subunit)
                || subunit.Form is not (MoneyForm.Subunit or MoneyForm.TrailingSubunit))
            {
                return main;
            }

            main = main with { End = end, Value = main.Value + number.Value * subunit.Factor };
        }

        return main;
    }
}
