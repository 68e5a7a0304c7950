using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What changed between two ledgers, in facts.</summary>
public sealed class LedgerDifferenceTests
{
    [Fact]
    public void SameLedger_HasNoChanges() => Assert.Empty(LedgerFold.Difference(At("2026-03-01"), At("2026-03-01")));

    [Fact]
    public void ThirtyMoreArticlesThatSayTheSame_ChangeNothing()
    {
        var before = Fold(FirstDeal.Deal, FirstDeal.Items);
        var again = Enumerable.Range(50, 30).Select(n => Of(n, "2026-04-01", $"paper-{n}", Money("36", FirstDeal.Phase, AmountRole.Tranche)));

        Assert.Empty(LedgerFold.Difference(before, Fold(FirstDeal.Deal, [.. FirstDeal.Items, .. again])));
    }

    [Fact]
    public void Announcement_ChangesStageFiguresAndProjects()
    {
        var changes = LedgerFold.Difference(At("2026-02-01"), At("2026-02-20"));

        Assert.Contains(changes, c => c is { Kind: "amount", PartId: FirstDeal.Phase, Text: "first phase: 44 billion USD cap, a lead → 36 billion USD" });
        Assert.Contains(changes, c => c is { Kind: "stage", PartId: FirstDeal.Phase, Text: "first phase: announced" });
        Assert.Equal(3, changes.Count(c => c.Kind == "project"));
        Assert.Contains(changes, c => c is { Kind: "conflict", PartId: FirstDeal.Id });
        Assert.All(changes, c => Assert.NotNull(c.Evidence));
    }

    [Theory]
    [InlineData("2026-01-11", "2026-02-01", "2026-02-20")]
    [InlineData("2026-01-01", "2026-02-20", "2026-03-10")]
    [InlineData("2026-02-01", "2026-03-10", "2026-12-31")]
    [InlineData("2026-01-01", "2026-01-11", "2026-12-31")]
    public void ChangesOfTwoSteps_ComposeToThoseOfTheWhole(string a, string b, string c)
    {
        var composed = ChangeEnds.Composed(LedgerFold.Difference(At(a), At(b)), LedgerFold.Difference(At(b), At(c)));

        Assert.Equal(ChangeEnds.Of(LedgerFold.Difference(At(a), At(c))).Order(), composed.Order());
    }

    private static DealLedger At(string day) => Fold(FirstDeal.Deal, FirstDeal.Items, day);
}
