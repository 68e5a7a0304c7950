namespace NewsWatcher.Extraction.Milestones;

internal enum DateTokenKind
{
    Year,
    RelativeYear,
    Month,
    RelativeMonth,
    Day,
    Weekday,
    RelativeDay,
    Half,
    Quarter,
    End,
    YearEnd,
    Within,
    Next,
}
