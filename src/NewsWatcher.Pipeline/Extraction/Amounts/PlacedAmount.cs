namespace NewsWatcher.Extraction.Amounts;

/// <param name="Amount">With its part and role settled.</param>
/// <param name="IsSure">Whether words or a known total said so, rather than the want of anything else.</param>
internal readonly record struct PlacedAmount(Amount Amount, bool IsSure)
{
    public (decimal, string?) Figure => (Amount.Best, Amount.Currency);
}
