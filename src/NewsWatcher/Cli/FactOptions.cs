using System.CommandLine;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>What a fact says, as options of a verb.</summary>
internal sealed class FactOptions
{
    private const int MostCharacters = 200;

    private readonly Option<string?> _amount = Text("--amount", "The sum, \"up to 44 billion USD\" or \"10-12 billion\"");
    private readonly Option<string?> _currency = Text("--currency", "Its currency, by ISO 4217");
    private readonly Option<string?> _qualifier = Word<Qualifier>("--qualifier", "How firm it is", Qualifier.Range);
    private readonly Option<string?> _role = Word<AmountRole>("--role", "What the sum is to the deal");
    private readonly Option<string?> _per = Text("--per", "\"year\", \"share\" of a rate; \"\" for a total");
    private readonly Option<string?> _part = Text("--part", "The deal or part that it is about, \"phase-1\"; none where the text does not say");
    private readonly Option<string?> _stage = Word<Stage>("--stage", "The stage");
    private readonly Option<string?> _grade = Word<SourceGrade>("--grade", "Whose word the stage is");
    private readonly Option<string?> _hedged = Word("--hedged", "Whether the text only says that it may be", "yes", "no");
    private readonly Option<string?> _news = Word("--news", "Whether the stage is the news of the article", "yes", "no");
    private readonly Option<string?> _date = Text("--date", "The date of a milestone: 2026-03-19, 2026-03, 2026-Q1, 2026-H1 or 2026");
    private readonly Option<string?> _outcome = Word<MilestoneOutcome>("--outcome", "What became of a milestone");
    private readonly Option<string?> _milestone = Text("--milestone", "Which milestone of the deal it is; none for another event");
    private readonly Option<string?> _party = Text("--party", "Whom the name stands for");
    private readonly Option<string?> _partyRole = Word<PartyRole>("--party-role", "The role of a party");
    private readonly Option<string?> _strength = Word<PartyStrength>("--strength", "How far a party is involved");

    public void AddTo(Command command)
    {
        foreach (var option in new[] { _amount, _currency, _qualifier, _role, _per, _part, _stage, _grade, _hedged, _news, _date, _outcome, _milestone, _party, _partyRole, _strength })
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Null, with the reason, when what was given cannot be used.</summary>
    public FactCorrection? Read(ParseResult parsed, out string refusal)
    {
        var (amount, currency, date) = (parsed.GetValue(_amount), parsed.GetValue(_currency)?.Trim().ToUpperInvariant(), parsed.GetValue(_date));
        var sum = amount is null ? null : TypedSum.ReadBare(amount);
        var isDate = PartialDate.TryParse(date, out var day);
        var tooLong = new[] { amount, parsed.GetValue(_per), parsed.GetValue(_part), parsed.GetValue(_milestone), parsed.GetValue(_party) }.FirstOrDefault(t => t is { Length: > MostCharacters } || t?.Any(char.IsControl) == true);
        refusal = tooLong is not null ? $"A part, a party, a milestone or a sum has at most {MostCharacters} characters, none of them control characters."
            : amount is not null && sum is null ? $"\"{amount}\" is no sum: write \"up to 44 billion USD\"."
            : currency is not null && !(currency.Length == 3 && currency.All(char.IsAsciiLetter)) ? $"\"{currency}\" is no currency: write USD."
            : date is not null && !isDate ? $"\"{date}\" is no date: write 2026-03-19, 2026-03, 2026-Q1, 2026-H1 or 2026."
            : parsed.GetValue(_party) is { } party && string.IsNullOrWhiteSpace(party) ? "A party has a name."
            : "";
        return refusal.Length > 0 ? null : new FactCorrection
        {
            Sum = sum, Currency = currency, Qualifier = Of<Qualifier>(parsed, _qualifier), Role = Of<AmountRole>(parsed, _role), Per = Or(parsed.GetValue(_per)),
            PartId = Or(parsed.GetValue(_part)), Stage = Of<Stage>(parsed, _stage), Grade = Of<SourceGrade>(parsed, _grade), IsHedged = IsYes(parsed, _hedged), IsNews = IsYes(parsed, _news),
            Date = isDate ? day : null, Outcome = Of<MilestoneOutcome>(parsed, _outcome), MilestoneId = Or(parsed.GetValue(_milestone)),
            Party = parsed.GetValue(_party)?.Trim(), PartyRole = Of<PartyRole>(parsed, _partyRole), Strength = Of<PartyStrength>(parsed, _strength),
        };
    }

    // "none" is how a shell says what is empty.
    private static string? Or(string? text) => text?.Trim() is "none" ? "" : text?.Trim();

    private static bool? IsYes(ParseResult parsed, Option<string?> option) => parsed.GetValue(option) is { } word ? word is "yes" : null;

    private static T? Of<T>(ParseResult parsed, Option<string?> option)
        where T : struct, Enum => parsed.GetValue(option) is { } word ? Enum.Parse<T>(word, ignoreCase: true) : null;

    private static Option<string?> Text(string name, string description) => new(name) { Description = description, HelpName = "TEXT" };

    private static Option<string?> Word<T>(string name, string description, params T[] without)
        where T : struct, Enum => Word(name, description, [.. Enum.GetValues<T>().Except(without).Select(Words.Of)]);

    private static Option<string?> Word(string name, string description, params string[] words)
    {
        var option = new Option<string?>(name) { Description = $"{description}: {string.Join(", ", words)}", HelpName = "WORD" };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
