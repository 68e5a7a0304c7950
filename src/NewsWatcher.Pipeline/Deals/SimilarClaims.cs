using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Claims of which a person would say the same: the same thing read of the same part. A stage is as its sentence says it, so that its sentence must be the same.</summary>
public static class SimilarClaims
{
    /// <summary>Those of the items that stand and that nobody decided, in the order of the items; without the claim itself.</summary>
    public static IReadOnlyList<Claim> Of(Claim claim, IEnumerable<ReportedItem> items, DecisionsInForce decided) =>
        [.. items.SelectMany(i => i.Claims).Where(c => c.EndedAt is null && c.Key != claim.Key && decided.On(c.Key) is null && AreAlike(c.Fact, claim.Fact)).DistinctBy(c => c.Key)];

    private static bool AreAlike(Fact one, Fact other) =>
        one.Kind == other.Kind && one.PartId == other.PartId && one.CanonicalValue == other.CanonicalValue
        && (one is not Amount amount || amount.Per == (other as Amount)?.Per)
        && (one is not StageReading || ClaimKey.Fold(one.Evidence.Sentence) == ClaimKey.Fold(other.Evidence.Sentence));
}
