using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;
using static NewsWatcher.Tests.Deals.Report;

namespace NewsWatcher.Tests.Deals;

/// <summary>What a person says that a fact should be.</summary>
public sealed class FactCorrectionTests
{
    private static readonly Amount Cap = Money("44", FirstDeal.Phase, AmountRole.Tranche, Qualifier.UpTo);

    [Theory]
    [InlineData("36 billion", 36_000_000_000, "USD", Qualifier.Exact)]
    [InlineData("about €36.5bn", 36_500_000_000, "EUR", Qualifier.About)]
    [InlineData("5兆5000億円", 5_500_000_000_000, "JPY", Qualifier.Exact)]
    public void TypedSum_ReplacesValueAndQualifier_AndTheCurrencyWhereItNamesOne(string typed, long value, string currency, Qualifier qualifier)
    {
        var amount = Assert.IsType<Amount>(new FactCorrection { Sum = TypedSum.ReadBare(typed) }.Of(Cap, out _));

        Assert.Equal((value, currency, qualifier, AmountRole.Tranche, FirstDeal.Phase), (amount.Value, amount.Currency, amount.Qualifier, amount.Role, amount.PartId));
    }

    [Fact]
    public void TypedRange_HasItsEnds()
    {
        var amount = Assert.IsType<Amount>(new FactCorrection { Sum = TypedSum.ReadBare("10-12 billion USD") }.Of(Cap, out _));

        Assert.Equal((null, 10_000_000_000m, 12_000_000_000m), (amount.Value, amount.Min, amount.Max));
    }

    [Theory]
    [InlineData("")]
    [InlineData("much")]
    [InlineData("1 billion and 2 billion")]
    [InlineData("<script>")]
    public void WhatIsNoSum_IsNone(string typed) => Assert.Null(TypedSum.ReadBare(typed));

    [Fact]
    public void OnlyWhatIsGiven_Changes()
    {
        var stage = Reached(Stage.Agreed, FirstDeal.Phase);

        Assert.Equal(stage with { Stage = Stage.Mou, PartId = null }, new FactCorrection { Stage = Stage.Mou, PartId = "" }.Of(stage, out _));
        Assert.Equal(Cap with { Role = AmountRole.Background }, new FactCorrection { Role = AmountRole.Background }.Of(Cap, out _));
    }

    [Fact]
    public void WhatAFactHasNot_CannotBeCorrected()
    {
        Assert.Null(new FactCorrection { Stage = Stage.Mou }.Of(Cap, out var stage));
        Assert.Null(new FactCorrection().Of(Cap, out var nothing));
        Assert.Null(new FactCorrection { Sum = TypedSum.ReadBare("1-2 billion"), Qualifier = Qualifier.UpTo }.Of(Cap, out var range));

        Assert.Equal("The claim is an amount, and a stage is what a stage has", stage);
        Assert.Equal("Nothing was said that would correct it", nothing);
        Assert.Equal("A range has no other qualifier", range);
    }

    [Theory]
    [InlineData("phase-1", FirstDeal.Phase)]
    [InlineData("phase-1/gas-power", FirstDeal.Gas)]
    [InlineData("gas-power", FirstDeal.Gas)]
    [InlineData(FirstDeal.Id, FirstDeal.Id)]
    [InlineData("none", "")]
    [InlineData("phase-9", null)]
    [InlineData("../phase-1", null)]
    public void Part_IsNamedByItsEnd(string typed, string? part)
    {
        Assert.Equal(part, TypedPart.Find(typed, [FirstDeal.Deal], [FirstDeal.Id], out var refusal));
        Assert.Equal(part is null, refusal.StartsWith($"There is no part \"{typed}\": {FirstDeal.Id}, ", StringComparison.Ordinal));
    }
}
