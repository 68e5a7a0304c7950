using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>A project that reports of a deal name and that is no part of it yet.</summary>
/// <param name="ParentId">The part it would hang below: one that the same sentences are about, else the deal.</param>
/// <param name="Amount">A sum that stands in one sentence with it; null for none.</param>
/// <param name="Evidence">Where it is named, the best evidence first; never empty.</param>
/// <param name="Items">Items that name it.</param>
/// <param name="Origins">Independent origins that do.</param>
public sealed record PartCandidate(string Name, string ParentId, Amount? Amount, IReadOnlyList<SourcedClaim> Evidence, int Items, int Origins)
{
    private const int Fewest = 2;

    /// <summary>What two independent origins name, the most often named first.</summary>
    public static IReadOnlyList<PartCandidate> Of(FollowedDeal deal, IReadOnlyList<ReportedItem> items, IReadOnlyDictionary<long, Origin> origins)
    {
        var claims = new ClaimsInForce(deal.Id, items, origins, [], DateTimeOffset.MaxValue, recordedAsOf: null);
        var known = deal.Parts.SelectMany(p => p.Aliases.Prepend(p.Name)).Select(Articles.FoldedText.Letters).ToHashSet(StringComparer.Ordinal);
        return [.. claims.Standing<ProjectMention>().Where(c => c.Fact.PartId is null)
            .GroupBy(c => Articles.FoldedText.Letters(((ProjectMention)c.Fact).Name), StringComparer.Ordinal)
            .Where(g => g.Key.Length > 0 && !known.Contains(g.Key))
            .Select(g => Fold(deal, [.. g], claims))
            .Where(c => c.Origins >= Fewest)
            .OrderByDescending(c => c.Origins).ThenByDescending(c => c.Items).ThenBy(c => c.Name, StringComparer.Ordinal)];
    }

    private static PartCandidate Fold(FollowedDeal deal, List<Weighed> mentions, ClaimsInForce claims)
    {
        var sentences = mentions.Select(m => (m.ItemId, m.Fact.Evidence.Sentence)).ToHashSet();
        var beside = claims.All.Where(c => !c.IsRejected && sentences.Contains((c.ItemId, c.Fact.Evidence.Sentence))).ToList();
        var above = deal.Parts.Where(p => p.Kind != DealKind.Project).Select(p => p.Id).ToHashSet(StringComparer.Ordinal);
        var parent = beside.Select(c => c.Fact.PartId).OfType<string>().Where(above.Contains)
            .GroupBy(p => p, StringComparer.Ordinal).OrderByDescending(g => g.Key.Length).ThenByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        var amount = beside.Where(c => c.Fact is Amount { Role: AmountRole.Project or AmountRole.Tranche, PartId: null, Per: null })
            .OrderByDescending(c => c.Counts).ThenByDescending(c => c.At).ThenBy(c => c.Source.Claim.Key, StringComparer.Ordinal).FirstOrDefault()?.Fact as Amount;
        var evidence = Weighed.Sources(mentions);
        return new(((ProjectMention)evidence[0].Claim.Fact).Name, parent ?? deal.Id, amount, evidence, mentions.Select(m => m.ItemId).Distinct().Count(),
            mentions.Where(m => m.Counts).Select(m => m.Origin.Key).Distinct(StringComparer.Ordinal).Count());
    }
}
