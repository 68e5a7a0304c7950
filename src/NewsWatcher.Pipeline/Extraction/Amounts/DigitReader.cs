namespace NewsWatcher.Extraction.Amounts;

/// <summary>Reads a number in digits, whose separators mean what the language, or their own order, says.</summary>
internal static class DigitReader
{
    private const int MostGroups = 12;
    private const int MostDigits = 22;

    public static NumberReading Read(ReadOnlySpan<char> folded, ReadOnlySpan<char> text, int start, NumberStyle style)
    {
        Span<int> lengths = stackalloc int[MostGroups];
        Span<char> separators = stackalloc char[MostGroups];
        var (count, pos, digits) = (0, start, 0);
        while (true)
        {
            var from = pos;
            while (pos < folded.Length && CharKinds.IsDigit(folded[pos]))
            {
                pos++;
            }

            if (count < MostGroups)
            {
                lengths[count] = pos - from;
            }

            digits += pos - from;
            count++;
            if (!IsSeparator(folded, text, pos, count == 1 ? pos - from : 3, style))
            {
                break;
            }

            if (count < MostGroups)
            {
                separators[count] = folded[pos];
            }

            pos++;
        }

        var groups = Math.Min(count, MostGroups);
        var fraction = count > MostGroups || digits > MostDigits ? -2 : FractionGroup(lengths[..groups], separators[..groups], style, folded[start]);
        return fraction == -2 ? new(start, pos, 0, NumberShape.Invalid) : WithFraction(folded, Value(folded, start, pos, lengths[..groups], fraction));
    }

    private static bool IsSeparator(ReadOnlySpan<char> folded, ReadOnlySpan<char> text, int pos, int before, NumberStyle style)
    {
        if (pos + 1 >= folded.Length || !CharKinds.IsDigit(folded[pos + 1]))
        {
            return false;
        }

        return folded[pos] switch
        {
            ',' or '.' or '\'' => true,
            ' ' => (style.SpaceGroups || text[pos] != ' ') && text[pos] != '\t' && before is >= 1 and <= 3 && HasThreeDigits(folded, pos + 1),
            _ => false,
        };
    }

    private static bool HasThreeDigits(ReadOnlySpan<char> folded, int pos) =>
        pos + 3 <= folded.Length && CharKinds.IsDigit(folded[pos]) && CharKinds.IsDigit(folded[pos + 1]) && CharKinds.IsDigit(folded[pos + 2])
        && (pos + 3 == folded.Length || !CharKinds.IsDigit(folded[pos + 3]));

    /// <summary>The index of the group that is the fraction; -1 for none, -2 when the groups make no number.</summary>
    private static int FractionGroup(ReadOnlySpan<int> lengths, ReadOnlySpan<char> separators, NumberStyle style, char first)
    {
        var last = lengths.Length - 1;
        if (last == 0)
        {
            return -1;
        }

        if (last == 1)
        {
            return OnlySeparator(lengths, separators[1], style, first);
        }

        var decimals = separators[last] is ',' or '.' && separators[last] != separators[last - 1];
        var groups = decimals ? lengths[..last] : lengths;
        for (var i = 2; i < groups.Length; i++)
        {
            if (separators[i] != separators[1])
            {
                return -2;
            }
        }

        return !AreGroups(groups, separators[1]) ? -2 : decimals ? last : -1;
    }

    private static int OnlySeparator(ReadOnlySpan<int> lengths, char separator, NumberStyle style, char first)
    {
        if (lengths[1] == 3 && lengths[0] <= 3 && first != '0')
        {
            return separator == (style.DecimalComma ? ',' : '.') ? 1 : -1;
        }

        return separator switch
        {
            '.' => 1,
            ',' when style.DecimalComma || lengths[1] <= 2 => 1,
            _ => -2,
        };
    }

    // 1,234,567 or, in India, 12,34,567.
    private static bool AreGroups(ReadOnlySpan<int> lengths, char separator)
    {
        var inner = lengths[1];
        if (lengths[0] is 0 or > 3 || lengths[^1] != 3 || inner != 3 && (inner != 2 || separator != ','))
        {
            return false;
        }

        foreach (var length in lengths[1..^1])
        {
            if (length != inner)
            {
                return false;
            }
        }

        return true;
    }

    private static NumberReading Value(ReadOnlySpan<char> folded, int start, int end, ReadOnlySpan<int> lengths, int fraction)
    {
        var (value, decimals) = (0m, 0);
        var fractionFrom = fraction < 0 ? end : end - lengths[fraction];
        for (var i = start; i < end; i++)
        {
            if (CharKinds.IsDigit(folded[i]))
            {
                value = value * 10 + (folded[i] - '0');
                decimals += i >= fractionFrom ? 1 : 0;
            }
        }

        for (var i = 0; i < decimals; i++)
        {
            value /= 10;
        }

        var grouped = lengths.Length - (fraction < 0 ? 0 : 1) > 1 ? NumberShape.Grouped : NumberShape.None;
        return new(start, end, value, grouped | (decimals > 0 ? NumberShape.Decimals : NumberShape.None));
    }

    // "1-1/2", "1 1/2" and "2½", as wires print them.
    private static NumberReading WithFraction(ReadOnlySpan<char> folded, NumberReading number)
    {
        var pos = number.End;
        if (pos < folded.Length && !number.Has(NumberShape.Decimals) && folded[pos] switch { '½' => 0.5m, '¼' => 0.25m, '¾' => 0.75m, _ => 0m } is > 0 and var part)
        {
            return number with { End = pos + 1, Value = number.Value + part, Shape = number.Shape | NumberShape.Decimals };
        }

        if (pos + 3 < folded.Length && folded[pos] is ' ' or '-' && CharKinds.IsDigit(folded[pos + 1]) && folded[pos + 2] == '/' && CharKinds.IsDigit(folded[pos + 3]))
        {
            var (end, below) = (pos + 3, 0);
            while (end < folded.Length && end < pos + 5 && CharKinds.IsDigit(folded[end]))
            {
                below = below * 10 + (folded[end++] - '0');
            }

            if (below > 1 && number.Shape == NumberShape.None)
            {
                return number with { End = end, Value = number.Value + (decimal)(folded[pos + 1] - '0') / below, Shape = NumberShape.Decimals };
            }
        }

        return number;
    }
}
