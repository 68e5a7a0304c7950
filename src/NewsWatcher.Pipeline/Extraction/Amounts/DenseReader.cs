namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads a number with units of Han or Hangul, digits mixed in or not: 98億7,600万, 천 4백만, 二千十六.</summary>
internal ref struct DenseReader(ReadOnlySpan<char> folded, ReadOnlySpan<char> text, NumberStyle style)
{
    private const decimal Most = 1e24m;

    private readonly ReadOnlySpan<char> _folded = folded;
    private readonly ReadOnlySpan<char> _text = text;
    private decimal _total;
    private decimal _section;
    private decimal? _current;
    private decimal _lastMyriad;
    private NumberShape _shape;
    private bool _afterUnit;
    private bool _afterKanjiDigit;
    private int _pos;

    public NumberReading Read(int start)
    {
        _pos = start;
        var end = start;
        _shape = NumberShape.None;
        while (_pos < _folded.Length && (Step() || SkipSpaces()))
        {
            end = _pos;
            if (_shape.HasFlag(NumberShape.Invalid))
            {
                return new(start, Math.Max(end, start + 1), 0, NumberShape.Invalid);
            }
        }

        var value = _total + _section + (_current ?? 0);
        return end == start ? new(start, start + 1, 0, NumberShape.Invalid) : new(start, TrimmedEnd(start, end), value, _shape, _section == 0 && _current is null && _lastMyriad > 0 ? _lastMyriad : 1);
    }

    private readonly int TrimmedEnd(int start, int end)
    {
        while (end > start && _folded[end - 1] == ' ')
        {
            end--;
        }

        return end;
    }

    private bool Step()
    {
        var c = _folded[_pos];
        if (CharKinds.Of(c) == CharKind.Digit)
        {
            return Digits();
        }

        if (!DenseNumerals.TryGet(c, out var numeral))
        {
            return DenseNumerals.IsSurplus(c) && Surplus();
        }

        _shape |= NumberShape.Dense;
        return numeral.Kind switch
        {
            DenseKind.Digit => Digit(numeral.Value),
            DenseKind.Unit => Unit(numeral.Value),
            DenseKind.Myriad => Myriad(numeral.Value),
            _ => Point(),
        };
    }

    private bool Surplus()
    {
        if (_shape.HasFlag(NumberShape.Surplus) || (_current is null && !_afterUnit))
        {
            return false;
        }

        _shape |= NumberShape.Surplus;
        _pos++;
        return true;
    }

    private bool Digits()
    {
        if (_current is not null || !CharKinds.IsDigit(_folded[_pos]))
        {
            return false;
        }

        var number = DigitReader.Read(_folded, _text, _pos, style);
        _pos = number.End;
        _current = number.Value;
        _shape |= number.Shape;
        (_afterUnit, _afterKanjiDigit) = (false, false);
        return true;
    }

    private bool Digit(decimal value)
    {
        if (_current is { } current && (!_afterKanjiDigit || current > Most))
        {
            return false;
        }

        _current = (_current ?? 0) * 10 + value;
        (_afterUnit, _afterKanjiDigit) = (false, true);
        _pos++;
        return true;
    }

    private bool Unit(decimal unit)
    {
        _section += (_current ?? 1) * unit;
        return AfterUnit();
    }

    private bool Myriad(decimal unit)
    {
        var below = _section + (_current ?? 0);
        if (below == 0 && _total == 0)
        {
            // 만원 is ten thousand won; 万円, 億円 or 억 원 alone is no number.
            if (_folded[_pos] != '만')
            {
                _shape |= NumberShape.Invalid;
            }

            below = 1;
        }

        if (Math.Max(_total, below) > Most / unit)
        {
            _shape |= NumberShape.Invalid;
            return AfterUnit();
        }

        _total = unit > _lastMyriad && _total > 0 ? (_total + below) * unit : _total + below * unit;
        _lastMyriad = unit;
        _section = 0;
        _shape |= NumberShape.Scaled | (_total > Most ? NumberShape.Invalid : NumberShape.None);
        return AfterUnit();
    }

    private bool AfterUnit()
    {
        _current = null;
        (_afterUnit, _afterKanjiDigit) = (true, false);
        _shape |= _section > Most ? NumberShape.Invalid : NumberShape.None;
        _pos++;
        return true;
    }

    private bool Point()
    {
        if (_current is null || !_afterKanjiDigit || _pos + 1 >= _folded.Length || !IsKanjiDigit(_folded[_pos + 1]))
        {
            return false;
        }

        var place = 0.1m;
        _pos++;
        while (_pos < _folded.Length && place > 0.0000001m && DenseNumerals.TryGet(_folded[_pos], out var digit) && digit.Kind == DenseKind.Digit)
        {
            _current += digit.Value * place;
            place /= 10;
            _pos++;
        }

        (_afterUnit, _afterKanjiDigit) = (false, false);
        _shape |= NumberShape.Decimals;
        return true;
    }

    private static bool IsKanjiDigit(char c) => DenseNumerals.TryGet(c, out var numeral) && numeral.Kind == DenseKind.Digit;

    // "48.2 万", "7  万  円", "천 4백만": a space inside is one before a unit, or after one in Korean.
    private bool SkipSpaces()
    {
        var next = _pos;
        while (next < _folded.Length && _folded[next] == ' ' && next - _pos < 4)
        {
            next++;
        }

        if (next == _pos || next == _folded.Length || (_current is null && !_afterUnit))
        {
            return false;
        }

        var isNumeral = DenseNumerals.TryGet(_folded[next], out var numeral);
        var goesOn = _current is not null
            ? isNumeral && numeral.Kind is DenseKind.Unit or DenseKind.Myriad && !(_afterKanjiDigit && CharKinds.IsHangul(_folded[next]))
            : CharKinds.IsHangul(_folded[_pos - 1]) && (isNumeral ? numeral.Kind != DenseKind.Point : CharKinds.IsDigit(_folded[next]));
        if (goesOn)
        {
            _pos = next;
        }

        return goesOn;
    }
}
