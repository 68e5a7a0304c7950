using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What waits for a person, and in which order.</summary>
public sealed class WaitingClaimsTests
{
    private static readonly DealLedger Ledger = Fold(FirstDeal.Deal, FirstDeal.Items);

    private static IReadOnlyList<WaitingClaim> Waiting => WaitingClaims.Of(Ledger, new DecisionsInForce([]));

    [Fact]
    public void GravestComesFirst_EachClaimOnce()
    {
        Assert.Equal(Consequence.Conflict, Waiting[0].Consequence);
        Assert.Equal(Waiting.Select(w => w.Consequence).Order(), Waiting.Select(w => w.Consequence));
        Assert.Equal(Waiting.Count, Waiting.Select(w => w.Source.Claim.Key).Distinct().Count());
    }

    [Fact]
    public void SideOfAnAlarmThatNobodyElseStates_Waits()
    {
        var conflict = Assert.Single(Waiting, w => w.Consequence == Consequence.Conflict && w.Source.Claim.Fact is Amount { Value: 55_000_000_000 });

        Assert.Equal(FirstDeal.Id, conflict.PartId);
        Assert.Contains("slip", conflict.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void FigureOfOneOrigin_Waits_WhatTwoAgreeOnDoesNot()
    {
        var figures = Waiting.Where(w => w.Consequence == Consequence.Total).ToList();

        Assert.Contains(figures, w => w.PartId == FirstDeal.Nuclear && w.Reason == "the only source for the figure of nuclear");
        Assert.DoesNotContain(figures, w => w.PartId == FirstDeal.Phase);
    }

    [Fact]
    public void LeadOnAFigure_WaitsWhileNothingConfirmedIt()
    {
        var early = WaitingClaims.Of(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-02-01"), new DecisionsInForce([]));

        var lead = Assert.Single(early, w => w.PartId == FirstDeal.Phase && w.Consequence == Consequence.Total);
        Assert.Equal("a lead where first phase has no confirmed figure", lead.Reason);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Decided_WaitsNoMore_UntilItIsTakenBack(bool accepts)
    {
        var key = Waiting.First(w => w.PartId == FirstDeal.Nuclear).Source.Claim.Key;
        Decision decision = accepts ? new Decision.Accepted(key) { Id = 1 } : new Decision.Rejected(key) { Id = 1 };

        Assert.DoesNotContain(WaitingClaims.Of(Ledger, new DecisionsInForce([decision])), w => w.Source.Claim.Key == key);
        Assert.Contains(WaitingClaims.Of(Ledger, new DecisionsInForce([decision, new Decision.Undone(1) { Id = 2 }])), w => w.Source.Claim.Key == key);
    }

    [Fact]
    public void OverdueDate_Waits()
    {
        var late = WaitingClaims.Of(Fold(FirstDeal.Deal, [.. FirstDeal.Items.Take(2)], "2026-04-01"), new DecisionsInForce([]));

        Assert.Contains(late, w => w is { Consequence: Consequence.Milestone, Reason: "overdue, and nobody said what became of it" });
    }
}
