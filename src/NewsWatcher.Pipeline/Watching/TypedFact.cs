using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Watching;

/// <summary>What a fact says as people type it, by the names that the options of the command line and the fields of the page share:
/// amount, currency, qualifier, role, per, part, stage, grade, hedged, news, date, outcome, milestone, party, party-role, strength.</summary>
public static class TypedFact
{
    private const int MostCharacters = 200;

    private static readonly string[] FreeTexts = ["amount", "per", "part", "milestone", "party"];

    /// <summary>Null, with the reason, when what was given cannot be used. "none" stands for what is to be empty.</summary>
    /// <param name="field">The text given under a name; null for none.</param>
    public static FactCorrection? Read(Func<string, string?> field, out string refusal)
    {
        refusal = "";
        if (Array.Exists(FreeTexts, n => field(n) is { Length: > MostCharacters } || field(n)?.Any(char.IsControl) == true))
        {
            refusal = $"A part, a party, a milestone or a sum has at most {MostCharacters} characters, none of them control characters";
            return null;
        }

        var read = new FactCorrection
        {
            Sum = Of(field("amount"), TypedSum.ReadBare, "no sum: write \"up to 44 billion USD\"", ref refusal),
            Currency = Of(field("currency")?.ToUpperInvariant(), c => c.Length == 3 && c.All(char.IsAsciiLetter) ? c : null, "no currency: write USD", ref refusal),
            Qualifier = Word<Qualifier>(field("qualifier"), ref refusal), Role = Word<AmountRole>(field("role"), ref refusal), Per = Or(field("per")), PartId = Or(field("part")),
            Stage = Word<Stage>(field("stage"), ref refusal), Grade = Word<SourceGrade>(field("grade"), ref refusal), IsHedged = IsYes(field("hedged"), ref refusal), IsNews = IsYes(field("news"), ref refusal),
            Date = field("date") is { } date ? Date(date, ref refusal) : null, Outcome = Word<MilestoneOutcome>(field("outcome"), ref refusal), MilestoneId = Or(field("milestone")),
            Party = Of(field("party"), p => p.Trim() is { Length: > 0 } name ? name : null, "no party's name", ref refusal),
            PartyRole = Word<PartyRole>(field("party-role"), ref refusal), Strength = Word<PartyStrength>(field("strength"), ref refusal),
        };
        return refusal.Length > 0 ? null : read;
    }

    private static T? Of<T>(string? text, Func<string, T?> read, string fault, ref string refusal)
        where T : class
    {
        var value = text is null ? null : read(text);
        refusal = text is not null && value is null ? $"\"{text}\" is {fault}" : refusal;
        return value;
    }

    private static PartialDate? Date(string text, ref string refusal)
    {
        var isDate = PartialDate.TryParse(text, out var date);
        refusal = isDate ? refusal : $"\"{text}\" is no date: write 2026-03-19, 2026-03, 2026-Q1, 2026-H1 or 2026";
        return isDate ? date : null;
    }

    private static T? Word<T>(string? text, ref string refusal)
        where T : struct, Enum
    {
        if (text is null)
        {
            return null;
        }

        var isWord = char.IsAsciiLetter(text.FirstOrDefault()) && Enum.TryParse<T>(text, ignoreCase: true, out var word) && Enum.IsDefined(word);
        refusal = isWord ? refusal : $"\"{text}\" is none of {string.Join(", ", Enum.GetNames<T>().Select(n => char.ToLowerInvariant(n[0]) + n[1..]))}";
        return isWord ? Enum.Parse<T>(text, ignoreCase: true) : null;
    }

    private static bool? IsYes(string? text, ref string refusal)
    {
        refusal = text is null or "yes" or "no" ? refusal : $"\"{text}\" is neither yes nor no";
        return text is null ? null : text is "yes";
    }

    private static string? Or(string? text) => text?.Trim() is "none" ? "" : text?.Trim();
}
