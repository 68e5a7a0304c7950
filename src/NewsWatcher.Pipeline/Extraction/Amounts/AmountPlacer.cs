namespace NewsWatcher.Extraction.Amounts;

/// <summary>Says what each sum is to the followed deals: sets <see cref="Fact.PartId"/> and settles the role (headline, tranche, project …)
/// by the parts named near it and the totals known beforehand.</summary>
public sealed class AmountPlacer(IReadOnlyList<FollowedDeal> deals)
{
    public IReadOnlyList<Amount> Place(Passage title, IReadOnlyList<Amount> titleAmounts, Passage text, IReadOnlyList<Amount> textAmounts) =>
        throw Seam.Open(deals, title, titleAmounts, text, textAmounts);
}
