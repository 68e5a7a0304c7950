using System.Globalization;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Tests.Extraction.Amounts;

internal static class ReadAmounts
{
    public static IReadOnlyList<Amount> Of(string language, string text) => AmountReader.Read(new Passage(text, InTitle: false, language));

    public static string AsText(string language, string text) => string.Join("; ", Of(language, text).Select(AsText));

    public static string AsText(Amount amount)
    {
        var figure = amount.Value is { } value ? Amount.Canonical(value) : $"{Amount.Canonical(amount.Min)}..{Amount.Canonical(amount.Max)}";
        var qualifier = amount.Qualifier.ToString();
        var text = string.Create(CultureInfo.InvariantCulture, $"{figure} {amount.Currency ?? "-"}");
        return amount.Qualifier == Qualifier.Exact && amount.Per is null ? text
            : $"{text} {char.ToLowerInvariant(qualifier[0])}{qualifier[1..]}{(amount.Per is null ? "" : " /" + amount.Per)}";
    }
}
