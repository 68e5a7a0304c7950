using CsCheck;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What of a log of decisions counts.</summary>
public sealed class DecisionsInForceTests
{
    private static readonly Claim Claim = FirstDeal.Items[3].Claims[0];

    [Fact]
    public void DecisionThatWasTakenBack_LeavesTheOneBefore_AndTakingThatBackRestoresIt()
    {
        Decision[] log = [new Decision.Accepted(Claim.Key) { Id = 1 }, new Decision.Rejected(Claim.Key) { Id = 2 }, new Decision.Undone(2) { Id = 3 }];

        Assert.IsType<Decision.Accepted>(new DecisionsInForce(log).On(Claim.Key));
        Assert.IsType<Decision.Rejected>(new DecisionsInForce([.. log, new Decision.Undone(3) { Id = 4 }]).On(Claim.Key));
        Assert.Null(new DecisionsInForce([.. log, new Decision.Undone(1) { Id = 4 }]).On(Claim.Key));
    }

    [Fact]
    public void CorrectedFact_StandsWhereItsClaimStandsNow()
    {
        var moved = Claim with { Fact = Claim.Fact with { Evidence = Claim.Fact.Evidence with { Start = 90, End = 99 } } };
        var decided = new DecisionsInForce([new Decision.Corrected(Claim.Key, Money("37", FirstDeal.Phase)) { Id = 1 }]);

        var standing = Assert.IsType<Amount>(decided.Standing(moved));

        Assert.Equal((37_000_000_000m, 90), (standing.Value, standing.Evidence.Start));
    }

    [Fact]
    public void AddedFact_StandsAsLongAsItsDecisionDoes()
    {
        var added = Claim with { Fact = Claim.Fact with { Evidence = Claim.Fact.Evidence with { Rule = Claim.AddedRule } } };
        Decision[] log = [new Decision.Added(added.Key, added.Fact) { Id = 1 }];

        Assert.Equal(added.Fact, new DecisionsInForce(log).Standing(added));
        Assert.Null(new DecisionsInForce([.. log, new Decision.Undone(1) { Id = 2 }]).Standing(added));
        Assert.Null(new DecisionsInForce([]).Standing(added));
    }

    [Theory]
    [InlineData(true, "accepted", "accepted")]
    [InlineData(true, "corrected", "accepted")]
    [InlineData(false, "rejected", "accepted")]
    [InlineData(true, "rejected", "rejected")]
    [InlineData(false, "accepted", "rejected")]
    public void DecisionThatChangesNothing_IsKnownAsSuch(bool says, string known, string said) =>
        Assert.Equal(says, new DecisionsInForce([Of(known, Claim.Key, 1)]).Says(Of(said, Claim.Key, 0)));

    // What a reviewer does to the claims of a deal, and takes back, in any order.
    [Fact]
    public void TakingBackAnyDecision_GivesTheLedgerThatThereWouldBeWithoutIt()
    {
        var keys = FirstDeal.Items.SelectMany(i => i.Claims).Select(c => c.Key).ToList();
        var decision = Gen.Select(Gen.Int[0, 2].Select(n => new[] { "accepted", "corrected", "rejected" }[n]), Gen.Int[0, keys.Count - 1]);
        Gen.Select(decision.List[1, 12], Gen.Int[0, 11]).Sample((made, which) =>
        {
            var log = made.Select((d, i) => Of(d.Item1, keys[d.Item2], i + 1)).ToList();
            var taken = log[which % log.Count];

            var without = Told([.. log.Where(d => d != taken)]);

            Assert.Equal(without, Told([.. log, new Decision.Undone(taken.Id) { Id = 50 }]));
            Assert.Equal(Told(log), Told([.. log, new Decision.Undone(taken.Id) { Id = 50 }, new Decision.Undone(50) { Id = 51 }]));
        }, iter: 60);
    }

    private static string Told(IReadOnlyList<Decision> log) => FirstDeal.Told(Fold(FirstDeal.Deal, FirstDeal.Items, "2026-12-31", [.. log]));

    private static Decision Of(string kind, string key, long id) => kind switch
    {
        "accepted" => new Decision.Accepted(key) { Id = id },
        "rejected" => new Decision.Rejected(key) { Id = id },
        _ => new Decision.Corrected(key, Money($"{30 + id}", FirstDeal.Phase, AmountRole.Tranche)) { Id = id },
    };
}
