namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads on either side of an amount how firmly it is stated, and per what.</summary>
internal readonly ref struct QualifierReader(AmountText text)
{
    private const int MostWords = 4;

    private readonly AmountText _text = text;

    public AmountReading Read(AmountReading amount, int floor) => After(Before(amount, floor));

    private AmountReading Before(AmountReading amount, int floor)
    {
        var (qualifier, per, before) = (amount.Qualifier, amount.Per, amount.Start);
        for (var i = 0; i < MostWords && before > floor; i++)
        {
            before = SkipOpening(before);
            if (_text.Language.Qualifiers.Before.TryBefore(_text.Folded, before, out var start, out var word) && start >= floor)
            {
                qualifier = Bounds(start, before, amount.End) ? Stronger(qualifier, word) : qualifier;
            }
            else if (_text.Language.Roles.PerBefore.TryBefore(_text.Folded, before, out start, out var unit) && start >= floor)
            {
                per ??= IsUnit(unit, start) ? unit : null;
            }
            else if (!_text.Language.Qualifiers.Fillers.TryBefore(_text.Folded, before, out start, out _) || start < floor)
            {
                break;
            }

            before = start;
        }

        return amount with { Qualifier = qualifier, Per = per };
    }

    private AmountReading After(AmountReading amount)
    {
        var (qualifier, per, after) = (amount.Qualifier, amount.Per, amount.End);
        for (var i = 0; i < MostWords; i++)
        {
            var at = _text.At(after) is '-' or '/' ? after + 1 : _text.SkipSpaces(after);
            if (_text.Language.Roles.PerAfter.TryAt(_text.Folded, after, out var end, out var unit) || _text.Language.Roles.PerAfter.TryAt(_text.Folded, at, out end, out unit))
            {
                per ??= unit;
            }
            else if (_text.Language.Qualifiers.After.TryAt(_text.Folded, at, out end, out var word))
            {
                qualifier = Stronger(qualifier, word);
            }
            else
            {
                break;
            }

            after = end;
        }

        return amount with { Qualifier = qualifier, Per = per };
    }

    // 年50億円 is by the year; 今年50億円 and 2026年50億円 are in one.
    private bool IsUnit(string unit, int start) => unit is not "none" && !CharKinds.IsDigit(_text.At(start - 1));

    // "under its $5 billion plan", "under a $5 billion plan"
    private bool Bounds(int start, int end, int amountEnd) =>
        !_text.Language.Qualifiers.DoubtfulBefore.TryBefore(_text.Folded, end, out var word, out _) || word != start
        || !_text.Language.Qualifiers.Programmes.TryAt(_text.Folded, _text.SkipGap(amountEnd), out _, out _);

    // A range stays one; a bound says more than "about" does.
    private static Qualifier Stronger(Qualifier known, Qualifier word) => (known, word) switch
    {
        (Qualifier.Exact, _) => word,
        (Qualifier.About, Qualifier.UpTo or Qualifier.AtLeast) => word,
        _ => known,
    };

    private int SkipOpening(int pos)
    {
        var start = _text.SkipSpacesBack(pos);
        return _text.At(start - 1) is '(' or '"' or '\u201C' or '\u300C' ? _text.SkipSpacesBack(start - 1) : start;
    }
}
