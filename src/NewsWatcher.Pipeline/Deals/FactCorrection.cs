using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What of a fact is to be another. Null leaves a thing as it was read.</summary>
public sealed record FactCorrection
{
    /// <summary>Value or range and qualifier as a person typed them, whose digits tell how fine it is; the currency stays where it has none.</summary>
    public Amount? Sum { get; init; }

    /// <summary>ISO 4217; in front of what <see cref="Sum"/> says.</summary>
    public string? Currency { get; init; }

    /// <summary>In front of what <see cref="Sum"/> says. A range is told by its ends.</summary>
    public Qualifier? Qualifier { get; init; }

    public AmountRole? Role { get; init; }

    /// <summary>"year", "share"; "" for a total.</summary>
    public string? Per { get; init; }

    /// <summary>The full id of the deal or part; "" where the text does not say which.</summary>
    public string? PartId { get; init; }

    public Stage? Stage { get; init; }

    public SourceGrade? Grade { get; init; }

    public bool? IsHedged { get; init; }

    public bool? IsNews { get; init; }

    public PartialDate? Date { get; init; }

    public MilestoneOutcome? Outcome { get; init; }

    /// <summary>The configured milestone; "" for another event.</summary>
    public string? MilestoneId { get; init; }

    /// <summary>Whom the printed name stands for.</summary>
    public string? Party { get; init; }

    public PartyRole? PartyRole { get; init; }

    public PartyStrength? Strength { get; init; }

    /// <summary>The fact as it should be; null, with the reason, where that cannot be said of it.</summary>
    public Fact? Of(Fact fact, out string refusal)
    {
        var foreign = Given().Where(g => g.Value is not null && g.Of != fact.Kind).ToList();
        refusal = foreign is [var (thing, _, of), ..] ? $"The claim is {Article(fact.Kind)}, and {thing} is what {Article(of)} has"
            : this == new FactCorrection() ? "Nothing was said that would correct it"
            : this is { Sum.Qualifier: Extraction.Qualifier.Range, Qualifier: not null } ? "A range has no other qualifier"
            : "";
        if (refusal.Length > 0)
        {
            return null;
        }

        var part = PartId is null ? fact.PartId : Given(PartId);
        return fact switch
        {
            Amount amount => Of(amount) with { PartId = part },
            StageReading stage => stage with { PartId = part, Stage = Stage ?? stage.Stage, Grade = Grade ?? stage.Grade, Hedged = IsHedged ?? stage.Hedged, IsNews = IsNews ?? stage.IsNews },
            MilestoneReading event_ => event_ with { PartId = part, Date = Date ?? event_.Date, Outcome = Outcome ?? event_.Outcome, MilestoneId = MilestoneId is null ? event_.MilestoneId : Given(MilestoneId) },
            PartyMention party => party with { PartId = part, KnownAs = Party ?? party.KnownAs, Role = PartyRole ?? party.Role, Strength = Strength ?? party.Strength },
            _ => fact with { PartId = part },
        };
    }

    private Amount Of(Amount amount)
    {
        var sum = Sum is null ? amount : amount with { Text = Sum.Text, Value = Sum.Value, Min = Sum.Min, Max = Sum.Max, Currency = Sum.Currency ?? amount.Currency, Qualifier = Sum.Qualifier };
        return sum with { Currency = Currency ?? sum.Currency, Qualifier = Qualifier ?? sum.Qualifier, Role = Role ?? amount.Role, Per = Per is null ? amount.Per : Given(Per) };
    }

    private IEnumerable<(string Thing, object? Value, string Of)> Given() =>
    [
        ("a sum", Sum, "amount"), ("a currency", Currency, "amount"), ("a qualifier", Qualifier, "amount"), ("a role of money", Role, "amount"), ("a rate", Per, "amount"),
        ("a stage", Stage, "stage"), ("a grade", Grade, "stage"), ("being hedged", IsHedged, "stage"), ("being the news", IsNews, "stage"),
        ("a date", Date, "milestone"), ("an outcome", Outcome, "milestone"), ("a milestone", MilestoneId, "milestone"),
        ("a party", Party, "party"), ("a party's role", PartyRole, "party"), ("a strength", Strength, "party"),
    ];

    private static string? Given(string text) => text.Length > 0 ? text : null;

    private static string Article(string kind) => kind is "amount" ? "an amount" : $"a {kind}";
}
