using System.CommandLine;
using System.Globalization;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>An instant as typed: a day, an instant, or a time back from now ("7d").</summary>
internal sealed record Moment(DateTimeOffset? Instant, TimeSpan? Ago, bool IsDay)
{
    /// <summary>The instant from which on is meant: the beginning of a day.</summary>
    public DateTimeOffset From(DateTimeOffset now) => Instant ?? now - (Ago ?? TimeSpan.Zero);

    /// <summary>The instant up to which is meant: the end of a day.</summary>
    public DateTimeOffset Until(DateTimeOffset now) => IsDay && Instant is { } day ? day.AddDays(1).AddMilliseconds(-1) : From(now);

    public static Option<Moment?> Option(string name, string description) => new(name)
    {
        Description = description + " (2026-03-19, 2026-03-19T06:30Z or 7d)",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (result.Tokens is [var token] && Read(token.Value) is { } moment)
            {
                return moment;
            }

            result.AddError($"{name}: \"{string.Join(' ', result.Tokens.Select(t => t.Value))}\" is no time: write 2026-03-19, 2026-03-19T06:30Z or 7d");
            return null;
        },
    };

    /// <summary>Null for what is no time.</summary>
    public static Moment? Read(string text)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return new(new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero), Ago: null, IsDay: true);
        }

        if (FeedFile.Interval(text) is { } ago)
        {
            return new(Instant: null, ago, IsDay: false);
        }

        return text.Length >= 16 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var instant)
            ? new(instant, Ago: null, IsDay: false)
            : null;
    }
}
