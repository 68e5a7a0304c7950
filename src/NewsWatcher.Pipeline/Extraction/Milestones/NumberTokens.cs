using NewsWatcher.Configuration;
using NewsWatcher.Extraction.Text;

namespace NewsWatcher.Extraction.Milestones;

/// <summary>The numbers of dates: years, days beside the name of a month, and numbers with a unit such as 年 or 월.</summary>
internal static class NumberTokens
{
    // 2100万人 is no year.
    private static readonly System.Buffers.SearchValues<char> Counted = System.Buffers.SearchValues.Create("万萬億亿兆만억조천百千人件社家");

    // What makes of a number of years a duration: 20年間, 10年ぶり.
    private static readonly System.Buffers.SearchValues<char> NotYears = System.Buffers.SearchValues.Create("間间前以ぶ連物超後来債代国金余");

    // With what may stand between it and its day.
    private const int LongestMonth = 40;

    public static void AddTo(List<DateToken> tokens, ScannedPassage passage)
    {
        var months = tokens.Where(t => t.Kind == DateTokenKind.Month).ToList();
        var folded = passage.Folded.Folded;
        var lastYear = 0;
        for (var i = 0; i < folded.Length; i++)
        {
            Steps.Count();
            if (!char.IsAsciiDigit(folded[i]) || (i > 0 && (FoldedPassage.IsWord(folded[i - 1]) || folded[i - 1] is '$' or '€' or '£' or '¥')))
            {
                continue;
            }

            var end = i;
            while (end < folded.Length && char.IsAsciiDigit(folded[end]))
            {
                end++;
            }

            if (end - i <= 4 && (Token(passage, months, folded, i, ref end) ?? ShortYear(passage, folded, i, ref end, lastYear)) is { } token)
            {
                tokens.Add(token);
                lastYear = token.Kind == DateTokenKind.Year ? token.Value : lastYear;
            }

            i = end - 1;
        }
    }

    private static DateToken? Token(ScannedPassage passage, List<DateToken> months, string folded, int start, ref int end)
    {
        var number = int.Parse(folded.AsSpan(start, end - start), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        if (WithUnit(passage, folded, start, ref end, number) is { } united)
        {
            return united;
        }

        var (from, to) = (passage.Folded.Start(start), passage.Folded.End(end));
        var next = end < folded.Length ? folded[end] : ' ';
        if (end - start == 4 && number is >= 2000 and <= 2100 && !FoldedPassage.IsWord(next) && !Counted.Contains(next) && !(next is ',' or '.' && end + 1 < folded.Length && char.IsAsciiDigit(folded[end + 1])) && next != '%')
        {
            return new(DateTokenKind.Year, number, from, to);
        }

        if (end - start <= 2 && number is >= 1 and <= 31)
        {
            foreach (var ordinal in Ordinals)
            {
                if (folded.AsSpan(end).StartsWith(ordinal) && (end + ordinal.Length == folded.Length || !FoldedPassage.IsWord(folded[end + ordinal.Length])))
                {
                    to = passage.Folded.End(end + ordinal.Length);
                }
            }

            // "3 March", "March 3rd", "le 3 mars", "3 de marzo".
            return IsBesideMonth(passage.Text, months, from, to) ? new(DateTokenKind.Day, number, from, to) : null;
        }

        return null;
    }

    // 2028年に決め、33年に出荷する: behind a year in full, the century goes without saying; 20年の契約 is a duration.
    private static DateToken? ShortYear(ScannedPassage passage, string folded, int start, ref int end, int lastYear)
    {
        const int Before = 5;
        const int After = 25;
        if (lastYear == 0 || end - start != 2 || end >= folded.Length || folded[end] != '年' || (end + 1 < folded.Length && NotYears.Contains(folded[end + 1])))
        {
            return null;
        }

        var year = (lastYear / 100 * 100) + int.Parse(folded.AsSpan(start, 2), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture);
        if (year < lastYear - Before || year > lastYear + After)
        {
            return null;
        }

        end += end + 1 < folded.Length && folded[end + 1] == '度' ? 2 : 1;
        return new(DateTokenKind.Year, year, passage.Folded.Start(start), passage.Folded.End(end));
    }

    private static bool IsBesideMonth(string text, List<DateToken> months, int from, int to)
    {
        var (low, high) = (0, months.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = months[middle].Start < from - LongestMonth ? (middle + 1, high) : (low, middle);
        }

        for (var i = low; i < months.Count && months[i].Start - to <= 4; i++)
        {
            Steps.Count();
            var month = months[i];
            if (month.Start >= to || (from >= month.End && from - month.End <= 6 && text.AsSpan(month.End, from - month.End) is "" or " " or "\u00A0" or " the " or ". " or "."))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Ordinals = ["st", "nd", "rd", "th", "er", "."];

    /// <summary>A number with its unit, as Japanese, Chinese and Korean write dates.</summary>
    private static DateToken? WithUnit(ScannedPassage passage, string folded, int start, ref int end, int number)
    {
        var unit = end < folded.Length && folded[end] == ' ' && end + 1 < folded.Length && folded[end + 1] >= '\u2E80' ? end + 1 : end;
        if (unit >= folded.Length || folded[unit] < '\u2E80')
        {
            return Range(passage, folded, start, ref end, number);
        }

        var rest = folded.AsSpan(unit);
        var (kind, value, length) = rest switch
        {
            ['年', '間' or '间' or '前' or '以', ..] or ['년', '간' or '전', ..] => default,
            ['年' or '년', ..] when number is >= 2000 and <= 2100 => (DateTokenKind.Year, number, rest is [_, '度' or '도', ..] ? 2 : 1),
            ['月' or '월', ..] when number is >= 1 and <= 12 && rest is not [_, '間' or '间', ..] => (DateTokenKind.Month, number, 1),
            ['日', '間' or '间' or '本', ..] => default,
            ['日' or '일' or '号' or '號', ..] when number is >= 1 and <= 31 => (DateTokenKind.Day, number, 1),
            ['분', '기', ..] when number is >= 1 and <= 4 => (DateTokenKind.Quarter, number, 2),
            ['四', '半', '期', ..] when number is >= 1 and <= 4 => (DateTokenKind.Quarter, number, 3),
            ['季', '度', ..] when number is >= 1 and <= 4 => (DateTokenKind.Quarter, number, 2),
            _ => default((DateTokenKind, int, int)),
        };
        if (length == 0)
        {
            return Range(passage, folded, start, ref end, number);
        }

        var from = start > 0 && folded[start - 1] == '第' ? start - 1 : start;
        end = unit + length;
        return new(kind, value, passage.Folded.Start(from), passage.Folded.End(end));
    }

    /// <summary>10〜12月期 is a quarter.</summary>
    private static DateToken? Range(ScannedPassage passage, string folded, int start, ref int end, int first)
    {
        if (end + 3 >= folded.Length || folded[end] is not ('〜' or '~' or ' ' or '～' or '-'))
        {
            return null;
        }

        var at = end + 1;
        while (at < folded.Length && char.IsAsciiDigit(folded[at]) && at - end <= 2)
        {
            at++;
        }

        if (at == end + 1 || !folded.AsSpan(at).StartsWith("月期") || !int.TryParse(folded.AsSpan(end + 1, at - end - 1), System.Globalization.CultureInfo.InvariantCulture, out var last) || last != first + 2 || last % 3 != 0)
        {
            return null;
        }

        end = at + 2;
        return new(DateTokenKind.Quarter, last / 3, passage.Folded.Start(start), passage.Folded.End(end));
    }
}
