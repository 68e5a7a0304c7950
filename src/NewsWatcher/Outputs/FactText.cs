using System.Globalization;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>What a fact says, for people: "up to 44 billion USD (tranche)".</summary>
internal static class FactText
{
    private static readonly (decimal Unit, string Word)[] Scales = [(1e12m, " trillion"), (1e9m, " billion"), (1e6m, " million")];

    public static string Of(Fact fact) => fact switch
    {
        Amount a => $"{Sum(a.Value, a.Min, a.Max, a.Currency, a.Qualifier)}{(a.Per is null ? "" : $" per {a.Per}")} ({Words.Of(a.Role)})",
        PartyMention p => $"{p.KnownAs ?? p.Name}: {(p.Role is { } role ? $"{Words.Of(role)}, " : "")}{Words.Of(p.Strength)}",
        StageReading s => $"{Words.Of(s.Stage)}{(s.Hedged ? ", hedged" : "")}{(s.IsNews ? ", the news" : "")} ({Words.Of(s.Grade)})",
        MilestoneReading m => $"{m.Event}: {m.Date} ({Words.Of(m.Outcome)})",
        ProjectMention p => p.Name,
        KeywordHit k => k.Keyword,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"up to 44 billion USD", "10–12 billion USD"; the currency "?" when nobody can tell.</summary>
    public static string Sum(decimal? value, decimal? min, decimal? max, string? currency, Qualifier qualifier)
    {
        var number = value is { } sum ? Number(sum, Scale(sum)) : Range(min, max);
        return $"{Word(qualifier)}{number} {currency ?? "?"}";
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

    private static string Word(Qualifier qualifier) => qualifier switch
    {
        Qualifier.About => "about ",
        Qualifier.UpTo => "up to ",
        Qualifier.AtLeast => "at least ",
        _ => "",
    };
}
