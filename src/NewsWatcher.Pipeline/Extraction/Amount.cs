using System.Globalization;

namespace NewsWatcher.Extraction;

/// <summary>An explicit quantity of money, in the main unit of its currency.</summary>
/// <param name="Text">The slice as printed.</param>
/// <param name="Value">Null for a range, which has <paramref name="Min"/> and <paramref name="Max"/> instead.</param>
/// <param name="Currency">ISO 4217, historic codes included; null when it cannot be told.</param>
/// <param name="Per">"year", "share", … when the sum is a rate; null for a total.</param>
public sealed record Amount(
    string Text, decimal? Value, decimal? Min, decimal? Max, string? Currency, Qualifier Qualifier, AmountRole Role, string? Per,
    string? PartId, Evidence Evidence) : Fact(PartId, Evidence)
{
    /// <summary>The figure to compare with: the value, or the upper end of a range.</summary>
    public decimal Best => Value ?? Max ?? Min ?? 0;

    public override string CanonicalValue => string.Create(CultureInfo.InvariantCulture, $"{Role}:{Canonical(Value)}:{Canonical(Min)}-{Canonical(Max)}:{Currency}:{Qualifier}");

    /// <summary>Canonical decimal text: no exponent, no trailing zeros.</summary>
    public static string Canonical(decimal? value) =>
        value is { } v ? v.ToString("0.############################", CultureInfo.InvariantCulture) : "";
}
