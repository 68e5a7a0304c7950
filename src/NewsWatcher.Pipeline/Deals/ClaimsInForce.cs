using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>The items and claims that a ledger at an instant is folded from, in an order of their own, whatever order they came in.</summary>
internal sealed class ClaimsInForce
{
    private static readonly Origin Untraced = new("", null, Counts: false, "not traced yet");

    public ClaimsInForce(
        string dealId, IReadOnlyList<ReportedItem> items, IReadOnlyDictionary<long, Origin> origins, IReadOnlyList<Decision> decisions, DateTimeOffset asOf, DateTimeOffset? recordedAsOf)
    {
        var known = recordedAsOf ?? DateTimeOffset.MaxValue;
        Items = [.. items.DistinctBy(i => i.Id).Where(i => i.ReportedAt <= asOf && IsRecorded(i, recordedAsOf)).OrderBy(i => i.ReportedAt).ThenBy(i => i.Id)];
        Origins = Items.ToDictionary(i => i.Id, i => origins.GetValueOrDefault(i.Id, Untraced));
        var times = Items.ToDictionary(i => i.Id, i => i.ReportedAt);
        var decided = new DecisionsInForce([.. decisions.Where(d => d.At <= known)]);
        var weighed = Items
            .SelectMany(i => i.Claims.Where(c => c.ReportedAt <= asOf && c.RecordedAt <= known && !(c.EndedAt <= known)).DistinctBy(c => c.Key).Select(c => (Item: i, Claim: c)))
            .Where(c => !c.Claim.IsAdded || decided.On(c.Claim.Key) is not null)
            .Select(c => Weigh(c.Item, c.Claim, decided, times))
            .Where(w => w.Fact.PartId is not { } part || part == dealId || part.StartsWith(dealId + "/", StringComparison.Ordinal));
        All = [.. weighed.OrderBy(w => w.At).ThenBy(w => w.ItemId).ThenByDescending(w => w.Fact.Evidence.InTitle).ThenBy(w => w.Fact.Evidence.Start).ThenBy(w => w.Source.Claim.Key, StringComparer.Ordinal)];
    }

    /// <summary>By time.</summary>
    public IReadOnlyList<ReportedItem> Items { get; }

    public IReadOnlyDictionary<long, Origin> Origins { get; }

    /// <summary>Rejected ones included.</summary>
    public IReadOnlyList<Weighed> All { get; }

    public IEnumerable<Weighed> Standing<T>()
        where T : Fact => All.Where(w => w is { IsRejected: false, Fact: T });

    public Coverage Coverage => new(
        Items.Count,
        Items.Select(i => i.Outlet.Family).Distinct(StringComparer.Ordinal).Count(),
        Origins.Values.Where(o => o.Counts).Select(o => o.Key).Distinct(StringComparer.Ordinal).Count());

    private static bool IsRecorded(ReportedItem item, DateTimeOffset? recordedAsOf) =>
        recordedAsOf is not { } at || item.Claims.Count == 0 || item.Claims.Any(c => c.RecordedAt <= at);

    private Weighed Weigh(ReportedItem item, Claim claim, DecisionsInForce decided, Dictionary<long, DateTimeOffset> times)
    {
        var origin = Origins[item.Id];
        var at = origin.CopyOf is { } root && times.TryGetValue(root, out var first) && first < claim.ReportedAt ? first : claim.ReportedAt;
        var standing = decided.Standing(claim);
        var fact = standing ?? claim.Fact;
        var isAccepted = standing is not null && decided.On(claim.Key) is not null;
        return new Weighed(fact, new SourcedClaim(claim with { Fact = fact }, item), origin, at, isAccepted || origin.Counts, isAccepted, standing is null);
    }
}
