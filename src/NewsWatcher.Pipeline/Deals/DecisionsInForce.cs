using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What of a log of decisions counts: those that were not taken back.</summary>
public sealed class DecisionsInForce
{
    private readonly HashSet<long> _ids = [];
    private readonly Dictionary<string, Decision.OnClaim> _onClaims = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Decision.Carried> _carried = new(StringComparer.Ordinal);
    private readonly Dictionary<(long Item, string Deal), Decision.InDeal> _inDeals = [];

    /// <param name="decisions">Oldest first.</param>
    public DecisionsInForce(IReadOnlyList<Decision> decisions)
    {
        var (undone, all) = (new HashSet<long>(), new List<Decision>());
        foreach (var decision in decisions.Reverse().Where(d => !undone.Contains(d.Id)))
        {
            _ids.Add(decision.Id);
            if (decision is Decision.Undone(var taken))
            {
                undone.Add(taken);
            }
            else
            {
                all.Add(decision);
            }
        }

        all.Reverse();
        All = all;
        foreach (var decision in all.OfType<Decision.OnClaim>())
        {
            if (decision is Decision.Carried carried)
            {
                _carried[carried.ClaimKey] = carried;
            }
            else
            {
                _onClaims[decision.ClaimKey] = decision;
            }
        }

        foreach (var decision in all.OfType<Decision.InDeal>())
        {
            _inDeals[(decision.ItemId ?? 0, decision.DealId)] = decision;
        }
    }

    /// <summary>Oldest first, without those that only take others back.</summary>
    public IReadOnlyList<Decision> All { get; }

    /// <summary>The last word on each bond of an item to a deal.</summary>
    public IEnumerable<Decision.InDeal> InDeals => _inDeals.Values.OrderBy(d => d.Id);

    public bool Contains(long decisionId) => _ids.Contains(decisionId);

    /// <summary>What was said of the claim itself, else of the claim whose words it has now. Null while nobody decided.</summary>
    public Decision.OnClaim? On(string claimKey)
    {
        var key = claimKey;
        for (var steps = 0; steps <= _carried.Count; steps++)
        {
            if (_onClaims.TryGetValue(key, out var said))
            {
                return said;
            }

            if (!_carried.TryGetValue(key, out var carried))
            {
                return null;
            }

            key = carried.FromKey;
        }

        return null;
    }

    /// <summary>Null while nobody decided.</summary>
    public Decision.InDeal? On(long itemId, string dealId) => _inDeals.GetValueOrDefault((itemId, dealId));

    /// <summary>The fact as people left it, where the claim stands now. Null for one that was rejected, and for one that a person added and took back.</summary>
    public Fact? Standing(Claim claim) => On(claim.Key) switch
    {
        Decision.Rejected => null,
        Decision.Corrected corrected => corrected.Fact with { Evidence = claim.Fact.Evidence, PartId = IsPartKept(claim.Key, corrected) ? claim.Fact.PartId : corrected.Fact.PartId },
        null when claim.IsAdded => null,
        _ => claim.Fact,
    };

    /// <summary>Whether saying it would change nothing.</summary>
    public bool Says(Decision decision) => decision switch
    {
        Decision.Accepted { ClaimKey: var key } => On(key) is Decision.Accepted or Decision.Corrected or Decision.Added,
        Decision.Rejected { ClaimKey: var key } => On(key) is Decision.Rejected,
        Decision.Corrected { ClaimKey: var key } corrected => On(key) is Decision.Corrected known && AreOne(known.Fact, corrected.Fact),
        Decision.Added { ClaimKey: var key } => On(key) is Decision.Added or Decision.Accepted,
        Decision.Carried carried => _carried.GetValueOrDefault(carried.ClaimKey)?.FromKey == carried.FromKey || _onClaims.ContainsKey(carried.ClaimKey),
        Decision.InDeal said => On(said.ItemId ?? 0, said.DealId)?.Belongs == said.Belongs,
        Decision.Undone { DecisionId: var id } => !Contains(id),
        _ => false,
    };

    private bool IsPartKept(string claimKey, Decision.Corrected corrected) =>
        corrected.ClaimKey != claimKey && _carried.TryGetValue(claimKey, out var carried) && corrected.Fact.PartId == carried.FromPart;

    // However a sum was typed, and wherever the claim stands by now.
    private static bool AreOne(Fact one, Fact other) => (one, other) switch
    {
        (Amount sum, Amount another) => sum with { Text = another.Text, Evidence = another.Evidence } == another,
        _ => one with { Evidence = other.Evidence } == other,
    };
}
