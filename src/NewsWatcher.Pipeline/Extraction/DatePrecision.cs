namespace NewsWatcher.Extraction;

public enum DatePrecision
{
    Year,
    Half,
    Quarter,
    Month,
    Day,
}
