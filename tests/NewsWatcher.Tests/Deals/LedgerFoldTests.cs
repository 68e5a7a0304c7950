using CsCheck;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What a ledger says after the course of a deal, and that nothing about the delivery changes it.</summary>
public sealed class LedgerFoldTests
{
    private static DealLedger Whole => Fold(FirstDeal.Deal, FirstDeal.Items);

    [Theory]
    [InlineData(FirstDeal.Id, "550000000000", Qualifier.Exact)]
    [InlineData(FirstDeal.Phase, "36000000000", Qualifier.Exact)]
    [InlineData(FirstDeal.Gas, "33300000000", Qualifier.Exact)]
    [InlineData(FirstDeal.Crude, "2100000000", Qualifier.Exact)]
    [InlineData(FirstDeal.Diamond, "600000000", Qualifier.Exact)]
    [InlineData(FirstDeal.Nuclear, "100000000000", Qualifier.UpTo)]
    [InlineData(FirstDeal.Reactors, "40000000000", Qualifier.About)]
    public void EachPart_HasTheFigureInForce(string part, string value, Qualifier qualifier)
    {
        var current = Part(Whole, part).Current;

        Assert.Equal((value, qualifier, false), (Amount.Canonical(current?.Value), current?.Qualifier, current?.IsLead));
    }

    [Fact]
    public void CapOfAMachineWrittenPage_IsALeadUntilTheAnnouncementSupersedesIt()
    {
        var early = Assert.Single(Part(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-02-01"), FirstDeal.Phase).Amounts);
        var late = Part(Whole, FirstDeal.Phase).Amounts.Single(a => a.Value == 44_000_000_000);

        Assert.Equal((ClaimStatus.Lead, true), (early.Status, early.IsLead));
        Assert.Equal((ClaimStatus.Superseded, true), (late.Status, late.IsLead));
    }

    [Fact]
    public void PhaseIsExactlyItsProjects_AndNothingIsAddedToTheUmbrella()
    {
        Assert.Equal(0, Part(Whole, FirstDeal.Phase).Remainder);
        Assert.Equal(550_000_000_000 - 36_000_000_000 - 40_000_000_000, Whole.Root.Remainder);
    }

    [Fact]
    public void DroppedDigit_IsToldAsASlipAndNeverCounts()
    {
        var slip = Whole.Root.Amounts.Single(a => a.Value == 55_000_000_000);

        Assert.NotEqual(ClaimStatus.Current, slip.Status);
        Assert.Contains("slip of 550 billion USD", slip.Note, StringComparison.Ordinal);
        Assert.Equal([ConflictCause.UnitSlip], Whole.Conflicts.Where(c => c.Alarms).Select(c => c.Cause));
    }

    [Fact]
    public void NobodyReportedSpending_SpentIsNull() => Assert.Null(Whole.Spent);

    [Fact]
    public void StageOfTheDeal_IsAnnounced_WhateverAMachineWrittenPageSays()
    {
        Assert.Equal((Stage.Announced, Stage.Announced, Stage.Announced, Stage.Negotiating),
            (Whole.Stage, Part(Whole, FirstDeal.Phase).Stage, Part(Whole, FirstDeal.Gas).Stage, Part(Whole, FirstDeal.Nuclear).Stage));
        Assert.Contains(Whole.Steps, s => s is { Stage: Stage.Completed, IsLead: true });
    }

    [Fact]
    public void MonthBecomesADayAndIsMet_WithBothDatesKept()
    {
        var summit = Assert.Single(Whole.Milestones);

        Assert.Equal((PartialDate.Day(2026, 3, 19), MilestoneOutcome.Met, false), (summit.Date, summit.Outcome, summit.IsOverdue));
        Assert.Equal([PartialDate.Month(2026, 3), PartialDate.Day(2026, 3, 19)], summit.Dates);
    }

    [Fact]
    public void DateThatPassedWithoutNews_IsOverdue()
    {
        var summit = Assert.Single(Fold(FirstDeal.Deal, [.. FirstDeal.Items.Take(2)], "2026-04-01").Milestones);

        Assert.Equal((MilestoneOutcome.Scheduled, true), (summit.Outcome, summit.IsOverdue));
    }

    [Fact]
    public void NamesThatAreOnlyMentioned_AreNeverPromoted()
    {
        var mentioned = Whole.Parties.Where(p => p.Name is "Mitsubishi" or "Marubeni").ToList();

        Assert.Equal(2, mentioned.Count);
        Assert.All(mentioned, p => Assert.Equal((PartyStrength.Mentioned, (PartyRole?)null), (p.Strength, p.Role)));
        Assert.True(mentioned.Single(p => p.Name == "Marubeni").IsLead);
    }

    [Fact]
    public void ExportsAYear_StandInTheBackground()
    {
        var background = Assert.Single(Whole.Background);

        Assert.Equal((20_000_000_000, "per year"), (background.Value, background.Note));
    }

    [Fact]
    public void AnyOrder_GivesTheSameLedger() => Gen.Shuffle(FirstDeal.Items.ToArray()).Sample(
        shuffled => Assert.Equal(FirstDeal.Told(Whole), FirstDeal.Told(Fold(FirstDeal.Deal, shuffled))), iter: 60);

    [Fact]
    public void AnyArticleRepeatedFiftyTimes_GivesTheSameLedger() => Gen.Int[0, FirstDeal.Items.Count - 1].Sample(
        chosen =>
        {
            var repeated = FirstDeal.Items[chosen];
            var copies = Enumerable.Range(100, 50).Select(n => Of(n, "2026-05-01", repeated.Outlet, [.. repeated.Claims.Select(c => c.Fact)]) with
            {
                IsAiGenerated = repeated.IsAiGenerated,
                ReportedAt = repeated.ReportedAt.AddHours(n),
                Claims = [.. repeated.Claims.Select(c => c with { Key = $"{c.Key}-{n}", ItemId = n, ReportedAt = c.ReportedAt.AddMinutes(n) })],
            });
            Assert.Equal(FirstDeal.Told(Whole), FirstDeal.Told(Fold(FirstDeal.Deal, [.. FirstDeal.Items, .. copies])));
        }, iter: 20);

    [Fact]
    public void BackgroundFigures_ChangeNoTotal() => Gen.Select(Gen.Int[1, 900], Gen.Int[(int)AmountRole.PerShare, (int)AmountRole.Other], Gen.Int[1, 28]).Sample(
        (billions, role, day) =>
        {
            var noise = Of(200, $"2026-02-{day:00}", "Gazette", Money($"{billions}", FirstDeal.Phase, (AmountRole)role));
            Assert.Equal(FirstDeal.Told(Whole), FirstDeal.Told(Fold(FirstDeal.Deal, [.. FirstDeal.Items, noise])));
        }, iter: 100);

    [Fact]
    public void RejectedAnnouncement_BringsTheLeadBack()
    {
        var decisions = FirstDeal.Items.SelectMany(i => i.Claims).Where(c => c.Fact is Amount { PartId: FirstDeal.Phase, Best: 36_000_000_000 })
            .Select(c => new Decision.Rejected(c.Key) { At = At("2026-04-01"), Actor = "ada", Why = "misread" }).ToArray();

        var amounts = Part(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-12-31", decisions), FirstDeal.Phase).Amounts;

        Assert.Equal([(44_000_000_000m, ClaimStatus.Lead), (36_000_000_000m, ClaimStatus.Rejected)], amounts.Select(a => (a.Value ?? 0, a.Status)));
    }

    [Fact]
    public void AcceptedLead_Counts_AndTheNewestDecisionIsTheOneThatDoes()
    {
        var lead = FirstDeal.Items[0].Claims.Single(c => c.Fact is Amount { PartId: FirstDeal.Phase });
        Decision[] decisions = [new Decision.Rejected(lead.Key) { At = At("2026-01-11") }, new Decision.Accepted(lead.Key) { At = At("2026-01-12") }];

        var current = Part(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-02-01", decisions), FirstDeal.Phase).Current;

        Assert.Equal(44_000_000_000, current?.Value);
    }

    [Fact]
    public void CorrectedClaim_IsReadAsCorrected()
    {
        var claim = FirstDeal.Items[3].Claims.Single(c => c.Fact is Amount { PartId: FirstDeal.Diamond });
        var decision = new Decision.Corrected(claim.Key, Money("0.7", FirstDeal.Diamond, AmountRole.Project)) { At = At("2026-02-20") };

        Assert.Equal(700_000_000, Part(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-12-31", decision), FirstDeal.Diamond).Current?.Value);
    }

    [Fact]
    public void ClaimOfAnEditedArticle_EndsWithTheNewVersion_AndIsStillKnownForTheDayBefore()
    {
        var item = Of(1, "2026-02-01", "Herald", Money("44", FirstDeal.Phase), Money("36", FirstDeal.Phase));
        item = item with { Claims = [item.Claims[0] with { EndedAt = At("2026-02-03") }, item.Claims[1] with { RecordedAt = At("2026-02-03") }] };

        var now = Fold(FirstDeal.Deal, [item]);
        var then = LedgerFold.Fold(FirstDeal.Deal, [item], Origins([item]), [], At("2026-02-02"), At("2026-02-02"));

        Assert.Equal([36_000_000_000m], Part(now, FirstDeal.Phase).Amounts.Select(a => a.Value ?? 0));
        Assert.Equal([44_000_000_000m], Part(then, FirstDeal.Phase).Amounts.Select(a => a.Value ?? 0));
    }

    [Fact]
    public void PartsThatExceedTheirWhole_RaiseAWarning()
    {
        var ledger = Fold(FirstDeal.Deal, [Of(1, "2026-02-01", "Herald", Money("10", FirstDeal.Phase), Money("7", FirstDeal.Gas), Money("6", FirstDeal.Crude))]);

        Assert.Contains(ledger.Conflicts, c => c.Alarms && c.Text.Contains("add up to 13 billion USD", StringComparison.Ordinal));
    }

    [Fact]
    public void NoItems_GiveAnEmptyLedger()
    {
        var ledger = Fold(FirstDeal.Deal, []);

        Assert.Equal((null, 0, Coverage.None), (ledger.Stage, ledger.Conflicts.Count, ledger.Coverage));
        Assert.All(ledger.Root.WithDescendants(), p => Assert.Empty(p.Amounts));
    }

    private static LedgerPart Part(DealLedger ledger, string id) => ledger.Root.WithDescendants().Single(p => p.Id == id);
}
