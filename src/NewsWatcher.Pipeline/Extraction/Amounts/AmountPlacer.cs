namespace NewsWatcher.Extraction.Amounts;

/// <summary>Says what each sum is to the followed deals: sets <see cref="Fact.PartId"/> and settles the role (headline, tranche, project …)
/// by the parts named near it and the totals known beforehand.</summary>
public sealed class AmountPlacer(IReadOnlyList<FollowedDeal> deals)
{
    private readonly DealNames _names = new(deals);
    private readonly Dictionary<FollowedDeal, int> _orders = new(deals.Select((d, i) => KeyValuePair.Create(d, i)), ReferenceEqualityComparer.Instance);

    public IReadOnlyList<Amount> Place(Passage title, IReadOnlyList<Amount> titleAmounts, Passage text, IReadOnlyList<Amount> textAmounts)
    {
        if (titleAmounts.Count + textAmounts.Count == 0 || deals.Count == 0)
        {
            return [.. titleAmounts, .. textAmounts];
        }

        var (foldedTitle, foldedText) = (Folding.Fold(title.Text), Folding.Fold(text.Text));
        var (inTitle, inText) = (_names.Find(foldedTitle), _names.Find(foldedText));
        if (inTitle.Count + inText.Count == 0)
        {
            return [.. titleAmounts, .. textAmounts];
        }

        var present = Present([.. inTitle, .. inText], [.. titleAmounts, .. textAmounts]);
        if (present.Count == 0)
        {
            return [.. titleAmounts, .. textAmounts];
        }

        var placed = new List<PlacedAmount>(titleAmounts.Count + textAmounts.Count);
        var titlePlacer = new PassagePlacer(title, foldedTitle, inTitle, present, title: null);
        placed.AddRange(titlePlacer.Place(titleAmounts));
        placed.AddRange(new PassagePlacer(text, foldedText, inText, present, titlePlacer).Place(textAmounts));
        return Agreed(placed);
    }

    /// <summary>The deals that the article speaks of, the most spoken of first.</summary>
    private List<FollowedDeal> Present(List<NameMention> mentions, List<Amount> amounts)
    {
        // A deal that nothing names is not spoken of, whatever the sums are.
        var scores = new List<(FollowedDeal Deal, int Order, int Score)>();
        foreach (var naming in mentions.SelectMany(m => m.Named).GroupBy(n => _orders[n.Deal]))
        {
            var named = naming.ToList();
            var deal = named[0].Deal;
            var names = named.Count(n => n.Kind == NameKind.Deal);
            var parts = named.Where(n => n.Kind == NameKind.Part).Select(n => n.Part.Id).Distinct(StringComparer.Ordinal).Count();
            var parties = named.Where(n => n.Kind == NameKind.Party).Select(n => n.Party).Distinct(StringComparer.Ordinal).Count();
            var totals = amounts.Exists(a => KnownTotals.Equals(a, deal.Root)) ? 1 : 0;
            var phases = named.Exists(n => n.Kind == NameKind.PhaseWord) ? 1 : 0;
            if (names > 0 || parts > 0 || parties > 1 || parties + totals + phases > 1)
            {
                scores.Add((deal, naming.Key, 4 * names + 3 * parts + parties + 3 * totals));
            }
        }

        return [.. scores.OrderByDescending(s => s.Score).ThenBy(s => s.Order).Select(s => s.Deal)];
    }

    // A figure that one sentence explains is the same where another does not; a title is explained by its text.
    private static List<Amount> Agreed(List<PlacedAmount> placed)
    {
        var sure = new Dictionary<(decimal, string?), Amount>();
        var inText = new Dictionary<(decimal, string?), Amount>();
        foreach (var amount in placed)
        {
            if (amount.IsSure)
            {
                sure.TryAdd(amount.Figure, amount.Amount);
            }

            if (!amount.Amount.Evidence.InTitle && amount.Amount.PartId is not null && !(inText.TryGetValue(amount.Figure, out var known) && IsWithin(known, amount.Amount)))
            {
                inText[amount.Figure] = amount.Amount;
            }
        }

        return placed.ConvertAll(p => p.Amount.Evidence.InTitle && inText.TryGetValue(p.Figure, out var said) && said.Role != AmountRole.PerShare ? As(p.Amount, said)
            : !p.IsSure && sure.TryGetValue(p.Figure, out var known) ? As(p.Amount, known) : p.Amount);
    }

    // The text's most particular place holds.
    private static bool IsWithin(Amount known, Amount later) => later.PartId is null || known.PartId is null || known.PartId.Length >= later.PartId.Length;

    private static Amount As(Amount amount, Amount said) => amount with { Role = said.Role, PartId = said.PartId };
}
