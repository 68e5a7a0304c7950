using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatcher.Feeds;

/// <summary>A time of day with its distance from UTC, as it stands behind a date.</summary>
internal readonly partial record struct FeedTime(TimeSpan OfDay, TimeSpan Offset)
{
    // No date takes as long: a machine that stands still for a moment must not cost a feed its entries.
    private const int RegexMs = 10_000;
    private const int MaxOffsetHours = 15;

    private static readonly FrozenDictionary<string, int> Zones = FeedWords.Read("zones")
        .ToFrozenDictionary(z => z[0], z => int.Parse(z[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);

    public static FeedTime Midnight { get; }

    /// <summary>Null when time or zone cannot be read; a zone name that nobody knows is taken for UTC.</summary>
    public static FeedTime? Read(string lower)
    {
        if (Clock.Match(lower.Trim()) is not { Success: true } clock)
        {
            return null;
        }

        var (hour, minute, second) = (Number(clock, "h"), Number(clock, "m"), Number(clock, "s"));
        var half = clock.Groups["half"].Value;
        hour = half.StartsWith('p') && hour < 12 ? hour + 12 : half.StartsWith('a') && hour == 12 ? 0 : hour;
        return hour > 24 || minute > 59 || second > 60 || Zone(clock) is not { } offset ? null
            : new FeedTime(new TimeSpan(hour, minute, second), offset);
    }

    /// <summary>Whether a word is the name of a zone, lower case.</summary>
    public static bool IsZone(string word) => Zones.ContainsKey(word);

    [GeneratedRegex("""
        ^ (?<h>[0-9]{1,2}) (?: :?(?<m>[0-9]{1,2}) (?: :?(?<s>[0-9]{1,2}) (?: [.,][0-9]+ )? )? )? :?
        \s* (?<half>[ap]\.?m\.?)? \s*
        (?<zone>[a-z]{1,5})? \s* (?: (?<sign>[+\-−]) (?<rest>\S+) )? (?: \s .* )? $
        """, RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace | RegexOptions.ExplicitCapture, RegexMs)]
    private static partial Regex Clock { get; }

    private static TimeSpan? Zone(Match clock)
    {
        var named = TimeSpan.FromMinutes(Zones.GetValueOrDefault(clock.Groups["zone"].Value));
        if (!clock.Groups["sign"].Success)
        {
            return named;
        }

        var digits = clock.Groups["rest"].Value.Replace(":", "", StringComparison.Ordinal);
        if (digits.Length is 0 or > 4 || !digits.All(char.IsAsciiDigit))
        {
            return null;
        }

        var (hours, minutes) = digits.Length <= 2 ? (digits, "0") : (digits[..^2], digits[^2..]);
        var offset = new TimeSpan(int.Parse(hours, CultureInfo.InvariantCulture), int.Parse(minutes, CultureInfo.InvariantCulture), 0);
        return offset.TotalHours > MaxOffsetHours ? null : named + (clock.Groups["sign"].Value == "+" ? offset : -offset);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
}
