namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads a number in words: "a hundred and twenty", "half a billion", "siebenhundert", "quatre-vingt mille".</summary>
internal ref struct SpelledReader(ReadOnlySpan<char> folded, AmountLanguage language)
{
    private const decimal Most = 1e18m;

    private readonly ReadOnlySpan<char> _folded = folded;
    private decimal _total;
    private decimal _group;
    private decimal _lastAdded;
    private decimal _lastScale;
    private bool _any;
    private bool _article;
    private bool _afterJoin;
    private NumberShape _shape;

    public NumberReading Read(int start)
    {
        var (pos, end) = (start, start);
        _shape = NumberShape.Spelled;
        (_lastAdded, _lastScale) = (decimal.MaxValue, 0);
        while (language.Spelled.TryAt(_folded, pos, out var wordEnd, out var word) && Take(word))
        {
            end = word.Kind == NumberWordKind.Join ? end : wordEnd;
            if (_total + _group > Most)
            {
                return new(start, end, 0, NumberShape.Invalid);
            }

            pos = wordEnd;
            if (pos < _folded.Length && _folded[pos] is ' ' or '-')
            {
                pos++;
            }
        }

        if (end == start || (end < _folded.Length && CharKinds.IsLatin(_folded[end])))
        {
            return new(start, Math.Max(end, start + 1), 0, NumberShape.Invalid);
        }

        return !_any && _article ? new(start, end, 1, _shape | NumberShape.Article) : new(start, end, _total + _group, _any ? _shape : NumberShape.Invalid, _group == 0 && _lastScale > 0 ? _lastScale : 1);
    }

    private bool Take(NumberWord word)
    {
        var taken = word.Kind switch
        {
            NumberWordKind.Value => Value(word.Value),
            NumberWordKind.Hundred => Hundred(word.Value),
            NumberWordKind.Scale => Scale(word.Value),
            NumberWordKind.Half => Half(word.Value),
            NumberWordKind.Join => (_any || _article) && !_afterJoin,
            _ => !_article && (!_any || _lastAdded < 1) || _afterJoin,
        };
        _article |= taken && word.Kind == NumberWordKind.Article;
        _afterJoin = word.Kind == NumberWordKind.Join || (_afterJoin && word.Kind == NumberWordKind.Article);
        _any |= taken && word.Kind is not (NumberWordKind.Join or NumberWordKind.Article);
        return taken;
    }

    // "twenty five", but not "five six"; German says "fünf und zwanzig".
    private bool Value(decimal value)
    {
        if (_article && !_any || value >= _lastAdded && !(_afterJoin && language.SaysUnitsFirst && _lastAdded < 10 && value < 100))
        {
            return false;
        }

        _group += value;
        _lastAdded = Magnitude(value);
        return true;
    }

    private bool Hundred(decimal hundred)
    {
        if (_group >= hundred || (!_any && !_article && !language.SaysBareHundred))
        {
            return false;
        }

        _group = (_group == 0 ? 1 : _group) * hundred;
        _lastAdded = hundred;
        return true;
    }

    private bool Scale(decimal scale)
    {
        if (!_any && !_article && (scale > 1000 || !language.SaysBareHundred))
        {
            // "billions of dollars" is no number.
            return false;
        }

        if (_group == 0 && _total > 0)
        {
            // "mil millones", "hundred thousand million"
            if (scale <= _lastScale || _total > Most)
            {
                return false;
            }

            _total *= scale;
        }
        else if (_lastScale > 0 && scale > _lastScale)
        {
            _total = (_total + _group) * scale;
        }
        else
        {
            _total += (_group == 0 ? 1 : _group) * scale;
        }

        _group = 0;
        (_lastScale, _lastAdded) = (scale, scale);
        _shape |= NumberShape.Scaled;
        return true;
    }

    // "half a billion", "two and a half million", "un million et demi"
    private bool Half(decimal half)
    {
        if (_any && !_afterJoin)
        {
            return false;
        }

        if (_lastScale > 0 && _group == 0)
        {
            _total += half * _lastScale;
        }
        else
        {
            _group += half;
        }

        _lastAdded = half;
        _shape |= NumberShape.Decimals;
        return true;
    }

    private static decimal Magnitude(decimal value) => value switch
    {
        >= 100 => 100,
        >= 20 => 10,
        _ => 1,
    };
}
