namespace NewsWatcher.Extraction.Amounts;

/// <summary>A text, the same text folded, and the words to read it with.</summary>
internal readonly ref struct AmountText(ReadOnlySpan<char> text, ReadOnlySpan<char> folded, AmountLanguage language, ref int steps)
{
    /// <summary>No sum of money has more, and what scales it still has room in a decimal.</summary>
    public const decimal Most = 1e18m;

    private readonly ref int _steps = ref steps;

    /// <summary>As printed: only here are capitals and kinds of spaces.</summary>
    public ReadOnlySpan<char> Raw { get; } = text;

    public ReadOnlySpan<char> Folded { get; } = folded;

    public AmountLanguage Language { get; } = language;

    public char At(int pos) => pos >= 0 && pos < Folded.Length ? Folded[pos] : '\0';

    /// <summary>Past at most <paramref name="most"/> spaces.</summary>
    public int SkipSpaces(int pos, int most = 2)
    {
        var end = pos;
        while (end < Folded.Length && Folded[end] == ' ')
        {
            end++;
        }

        _steps += end - pos;
        return end - pos <= most ? end : pos;
    }

    public int SkipSpacesBack(int pos, int most = 2)
    {
        var start = pos;
        while (start > 0 && Folded[start - 1] == ' ' && pos - start <= most)
        {
            start--;
        }

        return pos - start <= most ? start : pos;
    }

    /// <summary>Past one hyphen, as in "12-cent", or spaces.</summary>
    public int SkipGap(int pos) => At(pos) == '-' ? pos + 1 : SkipSpaces(pos);

    public bool TryNumber(int pos, out NumberReading number)
    {
        number = pos >= Folded.Length ? default : CharKinds.Of(Folded[pos]) switch
        {
            CharKind.Digit => Digits(pos),
            CharKind.HanNumeral or CharKind.HangulNumeral => new DenseReader(Folded, Raw, Language.Style).Read(pos),
            CharKind.Latin when Language.Spelled.TryAt(Folded, pos, out _, out _) => new SpelledReader(Folded, Language).Read(pos),
            _ => default,
        };
        _steps += Math.Max(1, number.End - pos);
        number = number.Value > Most ? number with { Shape = number.Shape | NumberShape.Invalid } : number;
        return number.End > pos;
    }

    // "½" alone is half of the scale behind it.
    private NumberReading Digits(int pos)
    {
        if (!CharKinds.IsDigit(Folded[pos]))
        {
            var part = Folded[pos] switch { '½' => 0.5m, '¼' => 0.25m, _ => 0.75m };
            return new(pos, pos + 1, part, NumberShape.Decimals);
        }

        var number = DigitReader.Read(Folded, Raw, pos, Language.Style);
        if (!number.IsGood || !StartsDense(number.End))
        {
            return number;
        }

        var dense = new DenseReader(Folded, Raw, Language.Style).Read(pos);
        return dense.IsGood ? dense : number;
    }

    private bool StartsDense(int pos) => DenseNumerals.IsSurplus(At(pos)) || (DenseNumerals.TryGet(At(SkipSpaces(pos, 4)), out var numeral) && numeral.Kind is DenseKind.Unit or DenseKind.Myriad);
}
