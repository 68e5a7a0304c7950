using CsCheck;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Tests.Deals;

/// <summary>The ledger that the demo's pages give, from the page's bytes to the figure.</summary>
public sealed class SeedLedgerTests
{
    private const string Id = "japan-us-550b";

    private static DealLedger Whole { get; } = SeedStory.Ledger(SeedStory.Items);

    [Theory]
    [InlineData("", "550", Qualifier.Exact, Stage.Announced)]
    [InlineData("/phase-1", "36", Qualifier.Exact, Stage.Announced)]
    [InlineData("/phase-1/ohio-gas", "33.3", Qualifier.Exact, Stage.Announced)]
    [InlineData("/phase-1/texas-gulflink", "2.1", Qualifier.Exact, Stage.Announced)]
    [InlineData("/phase-1/georgia-diamond", "0.6", Qualifier.Exact, Stage.Announced)]
    [InlineData("/phase-2/smr-tennessee-alabama", "40", Qualifier.About, Stage.Announced)]
    [InlineData("/phase-2/nuclear-reactors", "100", Qualifier.UpTo, Stage.Negotiating)]
    [InlineData("/phase-2/copper-smelter", "2", Qualifier.About, Stage.Negotiating)]
    public void EachPart_HasOneFigureInForceAndItsStage(string part, string billions, Qualifier qualifier, Stage stage)
    {
        var read = Part(part);

        Assert.Equal((billions, qualifier, stage), (Amount.Canonical(read.Current?.Value / 1_000_000_000), read.Current?.Qualifier, read.Stage));
        Assert.Single(read.Amounts, a => a is { Status: ClaimStatus.Current, Currency: "USD" });
    }

    [Fact]
    public void FirstPhase_IsExactlyItsProjects_AndItsCapWasALead()
    {
        var cap = Part("/phase-1").Amounts.Single(a => a.Value == 44_000_000_000);

        Assert.Equal(0, Part("/phase-1").Remainder);
        Assert.Equal((ClaimStatus.Superseded, true, 0), (cap.Status, cap.IsLead, cap.Origins));
        Assert.Contains("36 billion USD", cap.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void NothingIsSpent_AndWhatIsLeftIsNeverNegative()
    {
        Assert.Null(Whole.Spent);
        Assert.All(Whole.Root.WithDescendants(), p => Assert.False(p.Remainder < 0, p.Name));
    }

    [Fact]
    public void OnlyTheSlip_Alarms()
    {
        var alarm = Assert.Single(Whole.Conflicts, c => c.Alarms);

        Assert.Equal((ConflictCause.UnitSlip, Id), (alarm.Cause, alarm.PartId));
        Assert.Contains(Whole.Conflicts, c => c is { Cause: ConflictCause.Rounding, PartId: Id + "/phase-1/ohio-gas" });
        Assert.Contains(Whole.Conflicts, c => c.Cause == ConflictCause.Scope && c.Text.Contains("332 billion", StringComparison.Ordinal) && c.Text.Contains("400 billion", StringComparison.Ordinal));
        Assert.Contains(Whole.Conflicts, c => c.Cause == ConflictCause.Scope && c.Text.Contains("25 billion USD (cap) and 50 billion USD (cap)", StringComparison.Ordinal));
    }

    [Fact]
    public void Summit_WasMetOnTheDayThatAMonthBecame()
    {
        var summit = Whole.Milestones[0];

        Assert.Equal(("summit", PartialDate.Day(2026, 3, 19), MilestoneOutcome.Met), (summit.Id, summit.Date, summit.Outcome));
        Assert.Equal([PartialDate.Month(2026, 3), PartialDate.Day(2026, 3, 19)], summit.Dates);
        Assert.Equal(MilestoneOutcome.Met, ((MilestoneReading)summit.Claims[0].Claim.Fact).Outcome);
        Assert.DoesNotContain(Whole.Milestones, m => m.IsOverdue || (m.Id is null && m.Date.Start.Month == 3));
    }

    [Theory]
    [InlineData("SB Energy", "/phase-1/ohio-gas")]
    [InlineData("Sentinel Midstream", "/phase-1/texas-gulflink")]
    [InlineData("Element Six", "/phase-1/georgia-diamond")]
    [InlineData("GE Vernova Hitachi", "/phase-2/smr-tennessee-alabama")]
    public void Company_HasARoleInItsPart(string name, string part)
    {
        var party = Whole.Parties.Single(p => p.Name == name);

        Assert.NotNull(party.Role);
        Assert.Contains(Id + part, party.Parts);
    }

    [Theory]
    [InlineData("Mitsubishi Corporation")]
    [InlineData("Marubeni")]
    public void TradingHouse_IsMentionedOnly(string name)
    {
        var party = Whole.Parties.Single(p => p.Name == name);

        Assert.Equal((null, PartyStrength.Mentioned), (party.Role, party.Strength));
    }

    [Fact]
    public void Exports_StandInTheBackground() => Assert.Contains(Whole.Background, a => a is { Min: 20_000_000_000, Max: 30_000_000_000, Note: "per year" });

    [Fact]
    public void NewsOfAnotherDeal_IsHeldBack_WithTheReason()
    {
        var (_, match) = SeedStory.Pages.Single(p => p.Item.Title.Contains("South Korea", StringComparison.Ordinal));

        Assert.False(match?.Belongs);
        Assert.Contains(match?.Reasons ?? [], r => r.Contains("South Korea", StringComparison.Ordinal));
        Assert.DoesNotContain(Whole.Background, a => a.Value == 350_000_000_000);
    }

    [Fact]
    public void CopyRewriteAndCitation_CountWithTheReportTheyComeFrom()
    {
        var origins = OriginTracer.Trace(SeedStory.Items, SeedStory.Outlets);
        var meridian = origins[Item("japan-first-projects-36-billion")].Key;

        Assert.Equal(meridian, origins[Item("japan-picks-texas-terminal")].Key);
        Assert.Equal(meridian, origins[Item("japan-36-billion-three-states")].Key);
        Assert.Equal(meridian, origins[Item("nuclear-next-for-japan-money")].Key);
        Assert.False(origins[Item("japan-pledge-first-projects")].Counts);
        Assert.False(origins[Item("japan-55-billion-five-things")].Counts);
    }

    [Fact]
    public void AnyOrderOfArrival_WithRepeats_GivesTheSameLedger() => Gen.Shuffle(SeedStory.Items.ToArray()).Sample(
        shuffled =>
        {
            var arrived = shuffled.Select((item, i) => Report.Renumbered(item, i + 1)).ToList();
            Assert.Equal(FirstDeal.Told(Whole), FirstDeal.Told(SeedStory.Ledger([.. arrived, .. arrived.Take(5)])));
        }, iter: 20);

    private static LedgerPart Part(string below) => Whole.Root.WithDescendants().Single(p => p.Id == Id + below);

    private static long Item(string slug) => SeedStory.Items.Single(i => i.Url.Contains(slug, StringComparison.Ordinal)).Id;
}
