using System.Globalization;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>What a fact says, for people: "up to 44 billion USD, tranche".</summary>
internal static class FactText
{
    private static readonly (decimal Unit, string Word)[] Scales = [(1e12m, " trillion"), (1e9m, " billion"), (1e6m, " million")];

    public static string Of(Fact fact) => fact switch
    {
        Amount a => $"{Sum(a.Value, a.Min, a.Max, a.Currency, a.Qualifier)}{(a.Per is null ? "" : $" per {a.Per}")}, {Wording.Of(a.Role)}",
        PartyMention p => $"{p.KnownAs ?? p.Name}, {(p.Role is { } role ? $"{Wording.Of(role)}, " : "")}{Wording.Of(p.Strength)}",
        StageReading s => $"{Wording.Of(s.Stage)}, {Wording.Of(s.Grade)}{(s.Hedged ? ", hedged" : "")}{(s.IsNews ? ", the news of the article" : "")}",
        MilestoneReading m => $"{m.Event}, {m.Date}, {Wording.Of(m.Outcome)}",
        ProjectMention p => p.Name,
        KeywordHit k => k.Keyword,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"= 33.3 billion USD + 2.1 billion USD"; "" where the figures of the parts do not add up.</summary>
    public static string AddendText(LedgerPart part) => Addends(part) is { Count: > 0 } addends ? "= " + string.Join(" + ", addends.Select(Sum)) : "";

    /// <summary>The figures of the parts below, where they are exactly that of the part.</summary>
    public static IReadOnlyList<LedgerAmount> Addends(LedgerPart part)
    {
        var below = part.Parts.Select(p => p.Current).OfType<LedgerAmount>().ToList();
        return below.Count > 1 && part.Remainder == 0 ? below : [];
    }

    public static string Sum(LedgerAmount amount) => Sum(amount.Value, amount.Min, amount.Max, amount.Currency, amount.Qualifier);

    /// <summary>"up to 44 billion USD", "10–12 billion USD"; the currency "?" when nobody can tell.</summary>
    public static string Sum(decimal? value, decimal? min, decimal? max, string? currency, Qualifier qualifier)
    {
        var number = value is { } sum ? Number(sum, Scale(sum)) : Range(min, max);
        return $"{Wording.Of(qualifier)}{number} {currency ?? "?"}";
    }

    private static string Range(decimal? min, decimal? max)
    {
        var scale = Scale(max ?? min ?? 0);
        return $"{(min is { } low ? Number(low, scale with { Word = max is null ? scale.Word : "" }) : "")}{(max is { } high ? "–" + Number(high, scale) : "")}";
    }

    private static (decimal Unit, string Word) Scale(decimal value) =>
        Scales.Where(s => Math.Abs(value) >= s.Unit).DefaultIfEmpty((1m, "")).First();

    private static string Number(decimal value, (decimal Unit, string Word) scale) =>
        (value / scale.Unit).ToString("#,0.####", CultureInfo.InvariantCulture) + scale.Word;
}
