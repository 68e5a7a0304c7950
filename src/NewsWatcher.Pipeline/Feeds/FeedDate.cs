using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatcher.Feeds;

/// <summary>Reads the dates of feeds: RFC 822 and ISO 8601 as publishers really write them, zone names and month names included.</summary>
/// <remarks>No zone means UTC. What cannot be read is null, never a guess.</remarks>
public static partial class FeedDate
{
    private const int MaxChars = 128;
    // No date takes as long: a machine that stands still for a moment must not cost a feed its entries.
    private const int RegexMs = 10_000;

    // As nearly all feeds write them; everything else takes the long way.
    private static readonly string[] Usual = ["ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, dd MMM yyyy HH:mm:ss zzz", "yyyy-MM-dd'T'HH:mm:ssK"];

    private static readonly FrozenDictionary<string, int> Months = FeedWords.Read("months").SelectMany(l => l[1..].Select(w => (Word: w, Number: Int(l[0]))))
        .DistinctBy(m => m.Word).ToFrozenDictionary(m => m.Word, m => m.Number, StringComparer.Ordinal);

    public static DateTimeOffset? Read(string? text)
    {
        var trimmed = text?.Trim() ?? "";
        if (trimmed.Length is < 2 or > MaxChars)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(trimmed, Usual, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var usual) && usual.Year is > 1900 and < 9998)
        {
            return usual.ToUniversalTime();
        }

        var unified = trimmed.ToLowerInvariant().Replace('年', '-').Replace('月', '-').Replace('日', ' ').Replace('時', ':').Replace('时', ':').Replace('分', ' ');
        return Iso.Match(unified) is { Success: true } iso ? OfIso(iso) : OfWords(unified);
    }

    [GeneratedRegex("""
        ^(?: (?<y>[0-9]{4}) (?: [-/.] 0?(?<m>[0-9]{1,2}) (?: [-/.] 0?(?<d>[0-9]{1,2}) )? )?
           | (?<y>[0-9]{4}) (?<m>[0-9]{2}) (?<d>[0-9]{2})
           | (?<y>[0-9]{4}) -? (?<n>[0-9]{3})
           | (?<y>[0-9]{2}) - (?<m>[0-9]{2}) - (?<d>[0-9]{2})
           | - (?<y>[0-9]{2}) -? (?<m>[0-9]{2}) )
        (?: [t\s,]+ (?<time>[0-9].*) )? $
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, RegexMs)]
    private static partial Regex Iso { get; }

    private static DateTimeOffset? OfIso(Match iso)
    {
        var year = Year(iso.Groups["y"].Value);
        var time = iso.Groups["time"].Success ? FeedTime.Read(iso.Groups["time"].Value) : FeedTime.Midnight;
        if (iso.Groups["n"].Success)
        {
            var day = Int(iso.Groups["n"].Value);
            return time is { } t && day is >= 1 and <= 366 && At(year, 1, 1, t) is { } first ? first.AddDays(day - 1) : null;
        }

        return At(year, Number(iso, "m"), Number(iso, "d"), time);
    }

    private static DateTimeOffset? OfWords(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var start = colon < 0 ? text.Length : text.AsSpan(0, colon).LastIndexOfAnyExceptInRange('0', '9') + 1;
        var (date, clock) = (text[..start], text[start..]);
        if (clock.Length > 0 && LateYear.Match(clock) is { Success: true } late)
        {
            // asctime and JavaScript put the year behind the time.
            date += " " + late.Groups["y"].Value;
            clock = clock.Remove(late.Groups["y"].Index, late.Groups["y"].Length);
        }

        var time = clock.Length == 0 ? FeedTime.Midnight : FeedTime.Read(clock);
        var words = date.Split([' ', ',', '-', '/', '.', '\t', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        List<string> numbers = [.. words.Select(Digits).OfType<string>()];
        // A weekday may look like a month (mar.): the later word is the month.
        var month = words.Select(w => Months.GetValueOrDefault(w)).LastOrDefault(m => m > 0);
        return (month, numbers) switch
        {
            ( > 0, [{ Length: 4 } year, var day]) => At(Year(year), month, Int(day), time),
            ( > 0, [var day, var year]) => At(Year(year), month, Int(day), time),
            (0, [{ Length: 4 } year, var second, var day]) => At(Year(year), Int(second), Int(day), time),
            (0, [var first, var second, var year]) when date.Contains('/', StringComparison.Ordinal) && Int(first) <= 12 => At(Year(year), Int(first), Int(second), time),
            (0, [var first, var second, var year]) => At(Year(year), Int(second), Int(first), time),
            _ => null,
        };
    }

    [GeneratedRegex(@"^[0-9:.]+(\s+[a-z]{1,5})?(\s+[+-][0-9]{2}:?[0-9]{2})?\s+(?<y>(19|20)[0-9]{2})\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, RegexMs)]
    private static partial Regex LateYear { get; }

    private static DateTimeOffset? At(int year, int month, int day, FeedTime? time)
    {
        if (time is not { } t || year is < 1900 or > 9998 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
        {
            return null;
        }

        return new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + t.OfDay - t.Offset;
    }

    private static int Year(string digits)
    {
        var year = Int(digits);
        return digits.Length > 2 ? year : year < 70 ? 2000 + year : 1900 + year;
    }

    private static int Number(Match match, string group) => match.Groups[group].Success ? Int(match.Groups[group].Value) : 1;

    private static string? Digits(string word)
    {
        var bare = word.EndsWith("st", StringComparison.Ordinal) || word.EndsWith("nd", StringComparison.Ordinal)
            || word.EndsWith("rd", StringComparison.Ordinal) || word.EndsWith("th", StringComparison.Ordinal) ? word[..^2] : word;
        return bare.Length is > 0 and <= 4 && bare.All(char.IsAsciiDigit) ? bare : null;
    }

    private static int Int(string digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
