using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using NewsWatcher.Configuration;

namespace NewsWatcher.Feeds;

/// <summary>Reads the date of a listing's entry out of what stands around it: "Press release | 18 February 2026, 9:30 | Tokyo".</summary>
internal static partial class ListingDate
{
    private const int MaxChars = 200;

    /// <param name="zone">Of a time that names none.</param>
    public static DateTimeOffset? Read(string? text, TimeZoneInfo zone)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var plain = Western(WellFormed.Of(PlainText.Cut(PlainText.Spaced(text), MaxChars)).Normalize(NormalizationForm.FormKC));
        var found = Stated.Match(plain);
        var stated = found.Success ? found.Value : plain;
        if (FeedDate.Read(stated) is not { } date)
        {
            return FeedDate.Read(plain);
        }

        // A day alone stays the day that it is; a time is one of the page's own zone unless it says another.
        return !found.Groups["time"].Success || IsZoned(found) || date.TimeOfDay == TimeSpan.Zero ? date : Local(date.UtcDateTime, zone);
    }

    private static bool IsZoned(Match found) => found.Groups["offset"].Success || FeedTime.IsZone(found.Groups["name"].Value.ToLowerInvariant());

    // An hour that the clocks leave out in spring is taken as if they did not.
    private static DateTimeOffset Local(DateTime local, TimeZoneInfo zone)
    {
        var wall = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        return new DateTimeOffset(wall, zone.IsInvalidTime(wall) ? zone.BaseUtcOffset : zone.GetUtcOffset(wall));
    }

    // Korean signs as the date reader knows the Chinese ones, and years of the Japanese eras, as offices write them.
    private static string Western(string text) => Era.Replace(text.Replace('년', '年').Replace('월', '月').Replace('일', '日'), m =>
        ((m.Groups["era"].Value == "令和" ? 2018 : 1988) + (m.Groups["y"].Value == "元" ? 1 : int.Parse(m.Groups["y"].Value, CultureInfo.InvariantCulture))).ToString(CultureInfo.InvariantCulture) + "年");

    [GeneratedRegex("(?<era>令和|平成) ?(?<y>[0-9]{1,2}|元) ?年", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Era { get; }

    [GeneratedRegex("""
        (?: (?<![0-9]) (?:19|20)[0-9]{2} \s?[-/.年년]\s? [0-9]{1,2} \s?[-/.月월]\s? [0-9]{1,2} (?![0-9]) (?: \s?[日일] | \. )?
          | (?<![0-9]) [0-9]{1,2} (?:st|nd|rd|th|er|º|\.)? [\s-] (?:de\s|of\s)? \p{L}{3,12} [.,]? [\s-] (?:de\s|del\s)? (?:19|20)[0-9]{2} (?![0-9])
          | (?<!\p{L}) \p{L}{3,12} \.? \s [0-9]{1,2} (?:st|nd|rd|th)? ,? \s (?:19|20)[0-9]{2} (?![0-9])
          | (?<![0-9]) [0-9]{1,2} [-/.] \s? [0-9]{1,2} [-/.] \s? (?:(?:19|20)[0-9]{2}) (?![0-9]) )
        (?<time> (?: t | ,?\s (?:at\s|um\s|à\s|kl\.?\s|-\s|\|\s)? | \s?\([^)]{1,9}\)\s? ) [0-9]{1,2} [:時时] [0-9]{2} (?: [:分] [0-9]{2} )? (?: \.[0-9]+ )? 分?
          (?: \s? [ap]\.?m\b\.? )? (?<offset> \s? (?: z\b | (?:utc|gmt)? [+−-] [0-9]{1,2} :? (?:[0-9]{2})? ) )? (?: \s (?<name> [a-z]{2,5} ) \b )? )?
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Stated { get; }
}
