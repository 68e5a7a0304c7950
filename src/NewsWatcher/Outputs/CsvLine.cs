using System.Globalization;

namespace NewsWatcher.Outputs;

/// <summary>A line of CSV (RFC 4180) in which no cell is a formula to a spreadsheet.</summary>
internal static class CsvLine
{
    // The full-width forms begin a formula in East Asian spreadsheets as well.
    private const string Formula = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    public static string Of(IEnumerable<string?> cells) => string.Join(',', cells.Select(c => Quoted(Harmless(c ?? ""))));

    private static string Harmless(string cell)
    {
        var start = cell.AsSpan().TrimStart(' ');
        var isNumber = decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
        return start.Length > 0 && Formula.Contains(start[0], StringComparison.Ordinal) && !isNumber ? "'" + cell : cell;
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\",\r\n") ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
