using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Review;

/// <summary>How much of a pledge has got how far, in the pledge's currency. Null is none reported, which is not zero. The steps contain one another and are never added.</summary>
public sealed record MoneyBar(decimal Pledged, string? Currency, decimal? Announced, decimal? Committed, decimal? Spent)
{
    /// <summary>Null where no figure of the deal counts, so that there is nothing to measure by.</summary>
    public static MoneyBar? Of(DealLedger ledger)
    {
        if (Best(ledger.Root.Current) is not { } pledged || pledged <= 0)
        {
            return null;
        }

        var currency = ledger.Root.Current?.Currency;
        return new(
            pledged,
            currency,
            Reached(ledger.Root.Parts, currency, Stage.Announced),
            Reached([ledger.Root], currency, Stage.Agreed),
            string.Equals(ledger.Spent?.Currency, currency, StringComparison.Ordinal) ? Best(ledger.Spent) : null);
    }

    public decimal Share(decimal part) => Math.Clamp(part / Pledged, 0, 1);

    // A part that got there counts as a whole; of one that did not, what got there below it. "Up to" is a bound on what may be announced, not an announced sum.
    private static decimal? Reached(IEnumerable<LedgerPart> parts, string? currency, Stage least)
    {
        decimal? sum = null;
        foreach (var part in parts)
        {
            var isCounted = HasReached(part.Stage, least) && part.Current?.Qualifier != Qualifier.UpTo && string.Equals(part.Current?.Currency, currency, StringComparison.Ordinal);
            var got = isCounted ? Best(part.Current) : Reached(part.Parts, currency, least);
            sum = got is null ? sum : (sum ?? 0) + got;
        }

        return sum;
    }

    private static bool HasReached(Stage? stage, Stage least) => stage is { } s && s >= least && s <= Stage.Completed;

    private static decimal? Best(LedgerAmount? amount) => amount?.Value ?? amount?.Max ?? amount?.Min;
}
