namespace NewsWatcher.Extraction.Milestones;

/// <summary>A date as a text states it, not yet resolved: what is null was left to the reader.</summary>
internal sealed record StatedDate(int Start, int End)
{
    public int? Year { get; init; }

    /// <summary>Years from now: "next year" is 1.</summary>
    public int? YearsAhead { get; init; }

    public int? Month { get; init; }

    public int? MonthsAhead { get; init; }

    public int? Day { get; init; }

    public int? DaysAhead { get; init; }

    public DayOfWeek? Weekday { get; init; }

    public int? Quarter { get; init; }

    public int? Half { get; init; }

    public bool IsEnd { get; init; }

    public bool IsNext { get; init; }

    /// <summary>Whether a year alone is all that is said.</summary>
    public bool IsBareYear => (Year ?? YearsAhead) is not null && (Month ?? MonthsAhead ?? Day ?? Quarter ?? Half) is null && Weekday is null && !IsEnd;

    /// <summary>The date it means when read at <paramref name="reported"/>; null when that day would be needed and is not known.</summary>
    /// <param name="ahead">Whether the clause speaks of what is to come.</param>
    public PartialDate? Resolve(DateOnly? reported, bool ahead)
    {
        if (Weekday is { } weekday && Month is null && Day is null)
        {
            return reported is { } from ? PartialDate.Day(OnWeekday(from, weekday, ahead || IsNext)) : null;
        }

        if (DaysAhead is { } days)
        {
            return reported is { } from ? PartialDate.Day(from.AddDays(days)) : null;
        }

        if (MonthsAhead is { } months)
        {
            return reported is { } from ? InMonth(from.AddMonths(months).Year, from.AddMonths(months).Month) : null;
        }

        if (Year is null && reported is null)
        {
            return null;
        }

        var year = Year ?? (YearsAhead is { } years && reported is { } now ? now.Year + years : (int?)null);
        return Month is { } month ? InMonth(year ?? NearestYear(month, reported, ahead), month)
            : Quarter is { } quarter ? PartialDate.Quarter(year ?? FollowingYear(quarter * 3, reported, ahead), quarter)
            : Half is { } half ? PartialDate.Half(year ?? FollowingYear(half * 6, reported, ahead), half)
            : Day is { } day && reported is { } today ? InMonth(today.Year, today.Month, day)
            : year is not { } only ? null
            : IsEnd ? PartialDate.Day(only, 12, 31)
            : PartialDate.Year(only);
    }

    private PartialDate? InMonth(int year, int month) => InMonth(year, month, Day);

    private PartialDate? InMonth(int year, int month, int? day)
    {
        var last = DateTime.DaysInMonth(year, month);
        return day is { } d ? d <= last ? PartialDate.Day(year, month, d) : null
            : IsEnd ? PartialDate.Day(year, month, last)
            : PartialDate.Month(year, month);
    }

    // A month without a year is the nearest one, unless the clause looks ahead.
    private int NearestYear(int month, DateOnly? reported, bool ahead)
    {
        var from = reported ?? default;
        var distance = month - from.Month;
        if (ahead)
        {
            var isOver = distance < 0 || (distance == 0 && Day is { } day && day < from.Day);
            return isOver && distance > -11 ? from.Year + (distance < -3 || Day is null ? 1 : 0) : isOver ? from.Year + 1 : from.Year;
        }

        return distance < -6 ? from.Year + 1 : distance > 6 ? from.Year - 1 : from.Year;
    }

    private static int FollowingYear(int lastMonth, DateOnly? reported, bool ahead)
    {
        var from = reported ?? default;
        return ahead && lastMonth < from.Month ? from.Year + 1 : from.Year;
    }

    private static DateOnly OnWeekday(DateOnly from, DayOfWeek weekday, bool ahead)
    {
        var step = ((int)weekday - (int)from.DayOfWeek + 7) % 7;
        return ahead ? from.AddDays(step == 0 ? 7 : step) : from.AddDays(step == 0 ? 0 : step - 7);
    }
}
