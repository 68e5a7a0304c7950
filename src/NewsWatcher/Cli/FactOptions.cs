using System.CommandLine;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>What a fact says, as options of a verb.</summary>
internal sealed class FactOptions
{
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

    private Option<string?>[] All =>
        [_amount, _currency, _qualifier, _role, _per, _part, _stage, _grade, _hedged, _news, _date, _outcome, _milestone, _party, _partyRole, _strength];

    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Null, with the reason, when what was given cannot be used.</summary>
    public FactCorrection? Read(ParseResult parsed, out string refusal)
    {
        var read = TypedFact.Read(name => parsed.GetValue(All.First(o => o.Name[2..] == name))?.Trim(), out refusal);
        refusal = read is null ? $"{refusal}." : "";
        return read;
    }

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
