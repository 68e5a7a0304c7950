using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>A claim as a fold sees it: with what a person decided and whether its origin counts.</summary>
/// <param name="At">When its origin first said so: a copy speaks at the time of the text it copies.</param>
/// <param name="Counts">False for a lead.</param>
/// <param name="IsAccepted">A person said that it holds.</param>
internal sealed record Weighed(Fact Fact, SourcedClaim Source, Origin Origin, DateTimeOffset At, bool Counts, bool IsAccepted, bool IsRejected)
{
    public long ItemId => Source.Item.Id;

    /// <summary>The best evidence first: counting, nearer to the event, earlier.</summary>
    public static IReadOnlyList<SourcedClaim> Sources(IEnumerable<Weighed> claims) => [.. InOrder(claims).Select(c => c.Source)];

    public static IOrderedEnumerable<Weighed> InOrder(IEnumerable<Weighed> claims) => claims
        .OrderByDescending(c => c.Counts)
        .ThenBy(c => c.Origin.CopyOf is not null)
        .ThenBy(c => c.Source.Item.Outlet.Tier is Feeds.OutletTier.Unknown ? int.MaxValue : (int)c.Source.Item.Outlet.Tier)
        .ThenBy(c => c.At)
        .ThenBy(c => c.ItemId)
        .ThenBy(c => c.Fact.Evidence.InTitle)
        .ThenBy(c => c.Fact.Evidence.Start)
        .ThenBy(c => c.Source.Claim.Key, StringComparer.Ordinal);
}
