using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>The course of the Japan–US deal as facts.</summary>
internal static class FirstDeal
{
    public const string Id = "japan-us-550b";
    public const string Phase = Id + "/phase-1";
    public const string Gas = Phase + "/gas-power";
    public const string Crude = Phase + "/crude-terminal";
    public const string Diamond = Phase + "/diamond";
    public const string Nuclear = Id + "/nuclear";
    public const string Reactors = Id + "/small-reactors";

    private static readonly Outlet Machine = new() { Id = "briefs", Name = "Briefs", Family = "briefs", Tier = OutletTier.Specialty };
    private static readonly Outlet Unclassified = new() { Id = "trends.example", Name = "trends.example", Family = "trends.example" };

    public static FollowedDeal Deal { get; } = new()
    {
        Root = new FollowedPart
        {
            Id = Id, Kind = DealKind.Umbrella, Name = "Japan–US investment", Headline = new StatedTotal(550_000_000_000, "USD", Qualifier.Exact),
            Parties = [new("Japan", PartyRole.Government, []), new("United States", PartyRole.Government, ["US"])],
            Parts =
            [
                new() { Id = Phase, Kind = DealKind.Tranche, Name = "first phase", Parts = [Project(Gas, "gas power"), Project(Crude, "crude terminal"), Project(Diamond, "diamond")] },
                Project(Nuclear, "nuclear"), Project(Reactors, "small reactors"),
            ],
        },
        Watch = [new("Mitsubishi", null, []), new("Marubeni", null, [])],
        Milestones = [new("summit", "Summit", [])],
    };

    public static IReadOnlyList<ReportedItem> Items { get; } =
    [
        Of(1, "2026-01-10", Machine, Money("550", Id), Money("44", Phase, AmountRole.Tranche, Qualifier.UpTo), Party("Mitsubishi"), Party("Marubeni"),
            Reached(Stage.Completed, Phase), Milestone("summit", "summit", PartialDate.Month(2026, 3))) with { IsAiGenerated = true },
        Of(2, "2026-01-12", "Herald", Money("550", Id), Reached(Stage.Announced), Party("Japan", PartyStrength.Selected, PartyRole.Government), Milestone("summit", "summit", PartialDate.Month(2026, 3))),
        Of(3, "2026-02-12", Unclassified, Money("55", Id)),
        Of(4, "2026-02-18", "Tribune", Money("36.0", Phase, AmountRole.Tranche), Money("33.3", Gas, AmountRole.Project), Money("2.1", Crude, AmountRole.Project), Money("0.6", Diamond, AmountRole.Project),
            Reached(Stage.Announced, Phase), Reached(Stage.Announced, Gas, isNews: false), Party("SB Energy", PartyStrength.Selected, PartyRole.Operator, Gas),
            Money("20", Crude, AmountRole.Background, per: "year")),
        Of(5, "2026-02-18", "Courier", Money("36", Phase, AmountRole.Tranche, Qualifier.UpTo), Money("33", Gas, AmountRole.Project), Party("Mitsubishi")),
        Of(6, "2026-03-04", "Herald", Money("100", Nuclear, AmountRole.Project, Qualifier.UpTo), Reached(Stage.Negotiating, Nuclear, SourceGrade.UnnamedSources), Milestone("summit", "summit", PartialDate.Day(2026, 3, 19))),
        Of(7, "2026-03-20", "Tribune", Money("40", Reactors, AmountRole.Project, Qualifier.About), Reached(Stage.Announced, Reactors, isNews: false),
            Milestone("summit", "summit", PartialDate.Day(2026, 3, 19), MilestoneOutcome.Met), Money("36", Phase, AmountRole.Tranche)),
    ];

    /// <summary>What a ledger says, without the counts of articles.</summary>
    public static string Told(DealLedger ledger) => string.Join('\n', Lines(ledger));

    private static IEnumerable<string> Lines(DealLedger ledger)
    {
        yield return $"stage {ledger.Stage}, spent {ledger.Spent?.Value}";
        foreach (var part in ledger.Root.WithDescendants())
        {
            yield return $"{part.Id} {part.Stage} remainder {part.Remainder}";
            foreach (var amount in part.Amounts)
            {
                yield return $"  {Amount.Canonical(amount.Value)} {amount.Qualifier} {amount.Status} {amount.IsLead}";
            }
        }

        foreach (var milestone in ledger.Milestones)
        {
            yield return $"{milestone.Event} {milestone.Date} {milestone.Outcome} {string.Join(' ', milestone.Dates)}";
        }

        foreach (var party in ledger.Parties.OrderBy(p => p.Name, StringComparer.Ordinal))
        {
            yield return $"{party.Name} {party.Role} {party.Strength} {party.IsLead}";
        }

        foreach (var conflict in ledger.Conflicts)
        {
            yield return $"{conflict.Cause} {conflict.Text}";
        }
    }

    private static FollowedPart Project(string id, string name) => new() { Id = id, Kind = DealKind.Project, Name = name };
}
