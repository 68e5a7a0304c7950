using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatcher.Extraction;

/// <summary>A calendar date known to a precision: 2026, 2026-H1, 2026-Q4, 2026-03, 2026-03-19. <see cref="Start"/> is its first day, <see cref="End"/> its last.</summary>
[JsonConverter(typeof(AsText))]
public readonly record struct PartialDate
{
    private PartialDate(DateOnly start, DatePrecision precision) => (Start, Precision) = (start, precision);

    public DateOnly Start { get; }

    public DatePrecision Precision { get; }

    public DateOnly End => Precision switch
    {
        DatePrecision.Year => new DateOnly(Start.Year, 12, 31),
        DatePrecision.Half => LastOf(5),
        DatePrecision.Quarter => LastOf(2),
        DatePrecision.Month => LastOf(0),
        _ => Start,
    };

    public static PartialDate Day(int year, int month, int day) => new(new DateOnly(year, month, day), DatePrecision.Day);

    public static PartialDate Day(DateOnly day) => new(day, DatePrecision.Day);

    public static PartialDate Month(int year, int month) => new(new DateOnly(year, month, 1), DatePrecision.Month);

    /// <param name="year">1 to 9999.</param>
    /// <param name="quarter">1 to 4.</param>
    public static PartialDate Quarter(int year, int quarter) => new(new DateOnly(year, (quarter * 3) - 2, 1), DatePrecision.Quarter);

    /// <param name="year">1 to 9999.</param>
    /// <param name="half">1 or 2.</param>
    public static PartialDate Half(int year, int half) => new(new DateOnly(year, (half * 6) - 5, 1), DatePrecision.Half);

    public static PartialDate Year(int year) => new(new DateOnly(year, 1, 1), DatePrecision.Year);

    /// <summary>Whether <paramref name="other"/> lies within this date and says it more precisely.</summary>
    public bool IsRefinedBy(PartialDate other) => other.Precision > Precision && other.Start >= Start && other.End <= End;

    public override string ToString() => Precision switch
    {
        DatePrecision.Year => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}"),
        DatePrecision.Half => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-H{((Start.Month - 1) / 6) + 1}"),
        DatePrecision.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-Q{((Start.Month - 1) / 3) + 1}"),
        DatePrecision.Month => string.Create(CultureInfo.InvariantCulture, $"{Start.Year:0000}-{Start.Month:00}"),
        _ => Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    /// <summary>Reads what <see cref="ToString"/> writes.</summary>
    public static bool TryParse(string? text, out PartialDate date)
    {
        date = default;
        if (text is null || text.Length < 4 || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9999)
        {
            return false;
        }

        switch (text.AsSpan(4))
        {
            case "": date = Year(year); return true;
            case ['-', 'H', '1' or '2']: date = Half(year, text[6] - '0'); return true;
            case ['-', 'Q', >= '1' and <= '4']: date = Quarter(year, text[6] - '0'); return true;
            case { Length: 3 } when int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var month) && month is >= 1 and <= 12:
                date = Month(year, month);
                return true;
            default:
                var isDay = DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day);
                date = isDay ? Day(day) : default;
                return isDay;
        }
    }

    private DateOnly LastOf(int monthsLater)
    {
        var month = Start.AddMonths(monthsLater);
        return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
    }

    private sealed class AsText : JsonConverter<PartialDate>
    {
        public override PartialDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TryParse(reader.GetString(), out var date) ? date : throw new JsonException("not a date of known precision");

        public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
