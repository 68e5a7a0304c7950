using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Review;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Review;

/// <summary>A made-up deal with everything a ledger can hold.</summary>
internal static class SampleLedger
{
    public static readonly DateTimeOffset Now = new(2026, 3, 20, 9, 0, 0, TimeSpan.Zero);

    private static readonly ReportedItem Ministry = Item(1, "Ministry of Trade", OutletTier.Official, 17, "en");
    private static readonly ReportedItem Wire = Item(2, "Harbour Wire", OutletTier.Wire, 17, "en");
    private static readonly ReportedItem Daily = Item(3, "港湾日報", OutletTier.Major, 18, "ja");
    private static readonly ReportedItem Robot = Item(4, "Quick Deals", OutletTier.Unknown, 8, "en") with { IsAiGenerated = true };

    public static DealLedger Deal { get; } = new()
    {
        DealId = "minato-550",
        Name = "Minato–Lakeland $550 billion investment pledge",
        AsOf = Now,
        Stage = Stage.Announced,
        Root = new LedgerPart
        {
            Id = "minato-550", Kind = DealKind.Umbrella, Name = "Minato–Lakeland $550 billion investment pledge", Stage = Stage.Announced, Remainder = 514_000_000_000,
            Amounts =
            [
                Figure(AmountRole.Headline, 550_000_000_000, Qualifier.Exact, ClaimStatus.Current, "Minato will invest $550 billion in Lakeland over the coming years.", "$550 billion", Ministry, Wire),
                Figure(AmountRole.Headline, 55_000_000_000, Qualifier.Exact, ClaimStatus.Rejected, "The $55 billion promise is taking shape.", "$55 billion", Wire) with { Note = "likely a slip of 550" },
            ],
            Parts = [Phase()],
        },
        Steps =
        [
            new("minato-550", Stage.Negotiating, Now.AddDays(-60), SourceGrade.UnnamedSources, IsLead: true, IsInferred: false, [Said("Talks on a first list are under way, a person close to them said.", "Talks", Robot)]),
            new("minato-550/phase-1", Stage.Announced, Now.AddDays(-31), SourceGrade.OfficialDocument, IsLead: false, IsInferred: false, [Said("The two sides announced three projects on Tuesday.", "announced", Ministry, Wire)]),
        ],
        Milestones =
        [
            new("summit", "leaders' summit", PartialDate.Day(2026, 3, 19), MilestoneOutcome.Met, IsOverdue: false, IsLead: false, [PartialDate.Month(2026, 3), PartialDate.Day(2026, 3, 19)], [Said("The leaders met in the capital on 19 March.", "19 March", Wire)]),
            new(null, "second round of projects", PartialDate.Half(2026, 2), MilestoneOutcome.Scheduled, IsOverdue: false, IsLead: false, [PartialDate.Half(2026, 2)], [Said("A second round is expected in the second half of 2026.", "second half of 2026", Wire)]),
        ],
        Parties =
        [
            Party("Lakeland Energy", PartyRole.Operator, PartyStrength.Selected, "Lakeland Energy will run the plant."),
            Party("Minato Bank for Development", PartyRole.Lender, PartyStrength.Interested, "Minato Bank for Development may lend."),
            Party("Sakura Trading", null, PartyStrength.Mentioned, "Shares of Sakura Trading rose."),
        ],
        Conflicts =
        [
            new("minato-550/phase-1", ConflictCause.UnitSlip, "$55 bn for the whole in one report against $550 bn in 4: likely a slip", [Said("The $55 billion promise is taking shape.", "$55 billion", Wire)]),
            new("minato-550/phase-1/gas", ConflictCause.Rounding, "$33 bn and $33.3 bn are the same figure, rounded", [Said("A $33 billion plant leads the list.", "$33 billion", Daily)]),
        ],
        Background = [Figure(AmountRole.Background, null, Qualifier.Range, ClaimStatus.Current, "Lakeland exports gas for $20 billion to $30 billion a year.", "$20 billion to $30 billion", Wire) with { Min = 20_000_000_000, Max = 30_000_000_000 }],
        Coverage = new(9, 6, 2),
    };

    public static IReadOnlyList<HeldBack> HeldBack { get; } =
    [
        new(new StoredItem { Id = 9, Url = "https://wire.example/other", Title = "Another pledge, of $350 billion, by another country", Text = "", OutletId = "wire", FirstSeenAt = Now, Reading = "read" }, 0.31,
            ["names the look-alike \"Kawa–Lakeland pledge\"", "no party of this deal is named"]),
    ];

    public static LedgerAmount Figure(AmountRole role, decimal? value, Qualifier qualifier, ClaimStatus status, string sentence, string stated, params ReportedItem[] items) => new()
    {
        Role = role, Value = value, Currency = "USD", Qualifier = qualifier, Status = status, AsOf = items[0].ReportedAt, Origins = status == ClaimStatus.Lead ? 0 : items.Length,
        Items = items.Length + 2, IsLead = status == ClaimStatus.Lead, Claims = Said(value, sentence, stated, items),
    };

    public static SourcedClaim Said(string sentence, string stated, params ReportedItem[] items) => Said(1, sentence, stated, items)[0];

    private static LedgerPart Phase() => new()
    {
        Id = "minato-550/phase-1", Kind = DealKind.Tranche, Name = "First phase", Stage = Stage.Announced, Remainder = 0,
        Amounts =
        [
            Figure(AmountRole.Tranche, 36_000_000_000, Qualifier.Exact, ClaimStatus.Current, "The first projects add up to $36 billion.", "$36 billion", Ministry, Daily),
            Figure(AmountRole.Tranche, 40_000_000_000, Qualifier.About, ClaimStatus.Lead, "About 40 billion dollars more could follow.", "About 40 billion dollars", Robot) with { Note = "machine-written page" },
            Figure(AmountRole.Tranche, 44_000_000_000, Qualifier.UpTo, ClaimStatus.Superseded, "A first phase of up to $44 billion is taking shape.", "up to $44 billion", Robot) with { IsLead = true, Origins = 0, Note = "machine-written page" },
        ],
        Parts =
        [
            Project("gas", "Gas power for data centres", 33_300_000_000, "The plant will cost $33.3 billion.", "$33.3 billion"),
            Project("port", "Deep-water port", 2_100_000_000, "深水港に21億ドルを投じる。", "21億ドル"),
            Project("grit", "Industrial diamonds", 600_000_000, "A plant for synthetic grit takes $600 million.", "$600 million"),
            new LedgerPart { Id = "minato-550/phase-1/nuclear", Kind = DealKind.Project, Name = "Small reactors", Stage = Stage.Negotiating },
        ],
    };

    private static LedgerPart Project(string id, string name, decimal value, string sentence, string stated) => new()
    {
        Id = "minato-550/phase-1/" + id, Kind = DealKind.Project, Name = name, Stage = Stage.Announced,
        Amounts = [Figure(AmountRole.Project, value, Qualifier.Exact, ClaimStatus.Current, sentence, stated, Daily, Wire)],
    };

    private static LedgerParty Party(string name, PartyRole? role, PartyStrength strength, string sentence) =>
        new(name, role, strength, IsLead: false, strength == PartyStrength.Selected ? ["minato-550/phase-1/gas"] : ["minato-550"], [Said(sentence, name, Wire)]);

    private static IReadOnlyList<SourcedClaim> Said(decimal? value, string sentence, string stated, ReportedItem[] items) => [.. items.Select(item => new SourcedClaim(
        new Claim
        {
            Key = $"{item.Id:x8}{Math.Abs(stated.GetHashCode(StringComparison.Ordinal)):x8}", ItemId = item.Id, ReportedAt = item.ReportedAt, RecordedAt = item.ReportedAt,
            Fact = new Amount(stated, value, null, null, "USD", Qualifier.Exact, AmountRole.Tranche, null, "minato-550", new Evidence(InTitle: false, 0, stated.Length, sentence, "sample")),
        },
        item))];

    private static ReportedItem Item(long id, string outlet, OutletTier tier, int day, string language) => new()
    {
        Id = id, Url = $"https://news.example/{id}", Title = "A title", Text = "", Language = language, Outlet = new Outlet { Id = $"o{id}", Name = outlet, Family = $"o{id}", Tier = tier },
        ReportedAt = new DateTimeOffset(2026, 2, day, 7, 30, 0, TimeSpan.Zero),
    };
}
