using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatcher.Articles;

/// <summary>Reads a date out of a short text: machine forms and what people write in the languages of the month lists.</summary>
internal static partial class DateText
{
    private const int MaxLength = 200;

    private static readonly Dictionary<string, int> Months = LoadMonths();

    /// <summary>A date in a machine's form (ISO 8601, RFC 5322, seconds since 1970), else one written out.</summary>
    /// <returns>Null when there is none, or it is no year of the web.</returns>
    public static PublishedDate? Read(string? text, bool dayFirst = true)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = FoldedText.Of(text.Length > MaxLength ? text[..MaxLength] : text);
        return Within(() => Iso(plain) ?? Epoch(plain) ?? Cjk(plain) ?? Named(plain) ?? Numeric(plain, dayFirst));
    }

    /// <summary>The date that an address carries as /2020/09/21/ or -2020-09-21.</summary>
    public static PublishedDate? OfAddress(string? address)
    {
        var plain = address is { Length: < 2000 } ? address : "";
        return Within(() => InAddress.Match(plain) is { Success: true } match ? Day(match, "y", "m", "d") : null);
    }

    // A text that is too odd to be matched in time holds no date.
    private static PublishedDate? Within(Func<PublishedDate?> read)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    private static PublishedDate? Iso(string text)
    {
        var match = IsoForm.Match(text);
        if (!match.Success || Day(match, "y", "m", "d") is not { } day)
        {
            return null;
        }

        return WithTime(day, match);
    }

    private static PublishedDate? Epoch(string text) =>
        text.Length is 10 or 13 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Plausible(DateTimeOffset.FromUnixTimeSeconds(text.Length == 13 ? number / 1000 : number), dateOnly: false)
            : null;

    private static PublishedDate? Cjk(string text)
    {
        var match = CjkForm.Match(text);
        return match.Success && Day(match, "y", "m", "d") is { } day ? WithTime(day, match) : null;
    }

    private static PublishedDate? Numeric(string text, bool dayFirst)
    {
        var match = NumericForm.Match(text);
        if (!match.Success)
        {
            return null;
        }

        var (first, second) = (Number(match, "a"), Number(match, "b"));
        var dotted = match.Groups["s"].Value == ".";
        var (day, month) = second > 12 || (!dayFirst && !dotted && first <= 12) ? (second, first) : (first, second);
        return Of(Year(match), month, day) is { } date ? WithTime(date, match) : null;
    }

    private static PublishedDate? Named(string text)
    {
        foreach (var form in new[] { DayMonthYear, MonthDayYear })
        {
            foreach (Match match in form.Matches(text))
            {
                var name = match.Groups["n"].Value.TrimEnd('.');
                if (Months.TryGetValue(name, out var month) && Of(Number(match, "y"), month, Number(match, "d")) is { } date)
                {
                    return WithTime(date, match);
                }
            }
        }

        return null;
    }

    private static PublishedDate WithTime(PublishedDate day, Match match)
    {
        if (!match.Groups["h"].Success)
        {
            return day;
        }

        var (hour, minute, second) = (Number(match, "h"), Number(match, "i"), match.Groups["t"].Success ? Number(match, "t") : 0);
        if (match.Groups["p"].Success && hour <= 12)
        {
            hour = hour % 12 + (match.Groups["p"].Value[0] == 'p' ? 12 : 0);
        }

        // Without a zone the day is all that is certain.
        if (hour > 23 || minute > 59 || second > 59 || !match.Groups["z"].Success)
        {
            return day;
        }

        var zone = match.Groups["z"].Value.Replace(":", "", StringComparison.Ordinal);
        var offset = zone.Length < 3 || zone[0] is not ('+' or '-') ? TimeSpan.Zero : new TimeSpan(Digits(zone, 1), zone.Length >= 5 ? Digits(zone, 3) : 0, 0);
        var local = day.Instant.DateTime + new TimeSpan(hour, minute, second);
        return offset > TimeSpan.FromHours(14) ? day : new(new(local, zone[0] == '-' ? -offset : offset), DateOnly: false);
    }

    private static int Digits(string text, int at) => int.Parse(text.AsSpan(at, 2), CultureInfo.InvariantCulture);

    private static PublishedDate? Day(Match match, string year, string month, string day) => Of(Number(match, year), Number(match, month), Number(match, day));

    private static PublishedDate? Of(int year, int month, int day) =>
        year is >= 1995 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new PublishedDate(new(year, month, day, 0, 0, 0, TimeSpan.Zero), DateOnly: true)
            : null;

    private static PublishedDate? Plausible(DateTimeOffset instant, bool dateOnly) =>
        instant.Year is >= 1995 and <= 2100 ? new PublishedDate(instant, dateOnly) : null;

    private static int Year(Match match) => Number(match, "y") is var year && year < 100 ? 2000 + year : year;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    private static Dictionary<string, int> LoadMonths()
    {
        var months = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in PageWords.Phrases("months"))
        {
            var parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            foreach (var name in parts.Skip(1))
            {
                months.TryAdd(name, int.Parse(parts[0], CultureInfo.InvariantCulture));
            }
        }

        return months;
    }

    private const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private const string Time = @"(?:[t ,]{1,3}|[ ,]*(?:at|um|à|a las|kl\.?|ore|-|\||de|klo)[ ,]*|[^\d]{1,6})"
        + @"(?<h>[0-9]{1,2})[:.h時](?<i>[0-9]{2})(?:[:.分](?<t>[0-9]{2}))?(?:\.[0-9]+)? ?(?<p>[ap]\.?m\b\.?)? ?(?<z>z\b|[+-][0-9]{2}:?[0-9]{2}\b|[+-][0-9]{2}\b|utc\b|gmt\b)?";

    [GeneratedRegex(@"\b(?<y>(?:19|20)[0-9]{2})[-/.](?<m>[0-9]{1,2})[-/.](?<d>[0-9]{1,2})(?![0-9])(?:" + Time + ")?", Options, 2_000)]
    private static partial Regex IsoForm { get; }

    [GeneratedRegex(@"(?<y>(?:19|20)[0-9]{2}) ?[年년] ?(?<m>[0-9]{1,2}) ?[月월] ?(?<d>[0-9]{1,2}) ?[日일](?:" + Time + ")?", Options, 2_000)]
    private static partial Regex CjkForm { get; }

    [GeneratedRegex(@"\b(?<a>[0-9]{1,2})(?<s>[./-])(?<b>[0-9]{1,2})[./-](?<y>20[0-9]{2}|19[0-9]{2}|[0-9]{2})\b(?:" + Time + ")?", Options, 2_000)]
    private static partial Regex NumericForm { get; }

    [GeneratedRegex(@"\b(?<d>[0-9]{1,2})(?:st|nd|rd|th|er|º|\.)?[ -](?:de |of )?(?<n>\p{L}{2,12}\.?),?[ -](?:de |del )?(?<y>(?:19|20)[0-9]{2})\b(?:" + Time + ")?", Options, 2_000)]
    private static partial Regex DayMonthYear { get; }

    [GeneratedRegex(@"\b(?<n>\p{L}{2,12}\.?) (?<d>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<y>(?:19|20)[0-9]{2})\b(?:" + Time + ")?", Options, 2_000)]
    private static partial Regex MonthDayYear { get; }

    [GeneratedRegex(@"[/_.-](?<y>(?:199|20[0-4])[0-9])(?<s>[/_.-]?)(?<m>0?[1-9]|1[0-2])\k<s>(?<d>0[1-9]|[12][0-9]|3[01]|[1-9](?![0-9]))(?![0-9])", Options, 2_000)]
    private static partial Regex InAddress { get; }
}
