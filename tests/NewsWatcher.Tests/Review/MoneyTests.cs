using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Review;

namespace NewsWatcher.Tests.Review;

/// <summary>How sums are written, and what the bar of a pledge measures.</summary>
public sealed class MoneyTests
{
    [Theory]
    [InlineData("550000000000", "USD", Qualifier.Exact, "$550\u00a0bn", "550,000,000,000 USD")]
    [InlineData("44000000000", "USD", Qualifier.UpTo, "up to $44\u00a0bn", "44,000,000,000 USD")]
    [InlineData("3300000000000", "JPY", Qualifier.About, "about ¥3.3\u00a0tn", "3,300,000,000,000 JPY")]
    [InlineData("999999999", "EUR", Qualifier.AtLeast, "at least €1,000\u00a0m", "999,999,999 EUR")]
    [InlineData("12.5", "CHF", Qualifier.Exact, "CHF\u00a012.5", "12.5 CHF")]
    [InlineData("0", null, Qualifier.Exact, "0", "0 (currency not told)")]
    [InlineData("-2000000", "GBP", Qualifier.Exact, "£-2\u00a0m", "-2,000,000 GBP")]
    [InlineData("79228162514264337593543950335", "USD", Qualifier.Exact, "$79,228,162,514,264,337.594\u00a0tn", "79,228,162,514,264,337,593,543,950,335 USD")]
    public void Sum_IsShortWithItsExactValueBeside(string value, string? currency, Qualifier qualifier, string text, string exact)
    {
        var amount = Amount(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture), null, null, currency, qualifier);

        Assert.Equal((text, exact), (Money.Text(amount), Money.Exact(amount)));
    }

    [Theory]
    [InlineData("2000000000", "3000000000", "$2\u00a0bn to $3\u00a0bn")]
    [InlineData("2000000000", null, "at least $2\u00a0bn")]
    [InlineData(null, "3000000000", "up to $3\u00a0bn")]
    [InlineData(null, null, "not stated")]
    public void Range_HasBothEndsAsFarAsTheyAreKnown(string? min, string? max, string text) =>
        Assert.Equal(text, Money.Text(Amount(null, Read(min), Read(max), "USD", Qualifier.Range)));

    [Fact]
    public void Pledge_IsMeasuredByPartsThatGotThereAndNeverAddedToThem()
    {
        var bar = MoneyBar.Of(SampleLedger.Deal);

        Assert.Equal(new MoneyBar(550_000_000_000, "USD", 36_000_000_000, null, null), bar);
    }

    [Theory]
    [InlineData(Stage.Agreed, 33_300_000_000)]
    [InlineData(Stage.Completed, 33_300_000_000)]
    [InlineData(Stage.Mou, null)]
    [InlineData(Stage.Cancelled, null)]
    public void Commitment_BeginsWithABindingContract(Stage stage, long? committed)
    {
        var phase = SampleLedger.Deal.Root.Parts[0];
        var deal = SampleLedger.Deal with { Root = SampleLedger.Deal.Root with { Parts = [phase with { Parts = [phase.Parts[0] with { Stage = stage }, .. phase.Parts.Skip(1)] }] } };

        Assert.Equal(committed, MoneyBar.Of(deal)?.Committed);
    }

    [Fact]
    public void PartsInAnotherCurrency_AreNotMeasured()
    {
        var phase = SampleLedger.Deal.Root.Parts[0];
        var deal = SampleLedger.Deal with { Root = SampleLedger.Deal.Root with { Parts = [phase with { Parts = [], Amounts = [phase.Amounts[0] with { Currency = "JPY" }] }] } };

        Assert.Null(MoneyBar.Of(deal)?.Announced);
    }

    [Fact]
    public void Cap_IsNoAnnouncedSum()
    {
        var phase = SampleLedger.Deal.Root.Parts[0];
        var deal = SampleLedger.Deal with { Root = SampleLedger.Deal.Root with { Parts = [phase with { Parts = [], Amounts = [phase.Amounts[0] with { Qualifier = Qualifier.UpTo }] }] } };

        Assert.Null(MoneyBar.Of(deal)?.Announced);
    }

    private static LedgerAmount Amount(decimal? value, decimal? min, decimal? max, string? currency, Qualifier qualifier) => new()
    {
        Role = AmountRole.Headline, Value = value, Min = min, Max = max, Currency = currency, Qualifier = qualifier, AsOf = SampleLedger.Now, Status = ClaimStatus.Current, Claims = [],
    };

    private static decimal? Read(string? value) => value is null ? null : decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);
}
