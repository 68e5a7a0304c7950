using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Folds party mentions by name: each with the strongest evidence for it, and nobody promoted beyond that.</summary>
internal static class PartyFold
{
    public static IReadOnlyList<LedgerParty> Of(FollowedDeal deal, IEnumerable<Weighed> mentions) => [.. mentions
        .GroupBy(m => Name((PartyMention)m.Fact), StringComparer.Ordinal)
        .Select(g => Fold(deal, [.. g]))
        .OrderByDescending(p => !p.IsLead).ThenByDescending(p => p.Strength).ThenBy(p => p.Name, StringComparer.Ordinal)];

    private static LedgerParty Fold(FollowedDeal deal, List<Weighed> mentions)
    {
        var counting = mentions.Where(m => m.Counts).ToList();
        var told = counting.Count > 0 ? counting : mentions;
        var strength = told.Max(m => Rank(m));
        var newest = told.Max(m => m.At);
        var hasLeft = told.Exists(m => Mention(m).Strength == PartyStrength.Exited && m.At == newest);
        var best = Weighed.InOrder(told.Where(m => hasLeft ? Mention(m).Strength == PartyStrength.Exited : Rank(m) == strength)).ThenBy(m => Mention(m).Role is null).ToList();
        var role = best.Select(m => Mention(m).Role).FirstOrDefault(r => r is not null);
        var shown = Mention(best[0]);
        // How far a party is in one part says nothing of the others.
        var parts = best.Select(m => Mention(m).PartId ?? deal.Id).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        return new LedgerParty(
            shown.KnownAs ?? shown.Name, role, hasLeft ? PartyStrength.Exited : strength, counting.Count == 0, parts,
            [.. best.Concat(Weighed.InOrder(mentions.Except(best))).Select(m => m.Source)]);
    }

    // Leaving says nothing of how far a party had been in.
    private static PartyStrength Rank(Weighed mention) =>
        Mention(mention).Strength is var strength && strength == PartyStrength.Exited ? PartyStrength.Mentioned : strength;

    private static PartyMention Mention(Weighed claim) => (PartyMention)claim.Fact;

    private static string Name(PartyMention mention) => FoldedText.Letters(mention.KnownAs ?? mention.Name);
}
