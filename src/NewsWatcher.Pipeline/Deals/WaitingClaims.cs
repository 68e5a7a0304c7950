using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>What of a deal waits for a person, read off its ledger: only claims on which a figure, a stage, a date, a party or a conflict hangs. What several origins agree on waits for nobody.</summary>
public sealed class WaitingClaims
{
    private readonly DealLedger _ledger;
    private readonly DecisionsInForce _decided;
    private readonly Dictionary<string, string> _names;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<WaitingClaim> _found = [];

    private WaitingClaims(DealLedger ledger, DecisionsInForce decided)
    {
        (_ledger, _decided) = (ledger, decided);
        _names = ledger.Root.WithDescendants().ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
    }

    /// <summary>By consequence, then the newest report first.</summary>
    public static IReadOnlyList<WaitingClaim> Of(DealLedger ledger, DecisionsInForce decided)
    {
        var waiting = new WaitingClaims(ledger, decided);
        waiting.Conflicts();
        waiting.Figures();
        waiting.Stages();
        waiting.Milestones();
        waiting.Parties();
        return [.. waiting._found.OrderBy(q => q.Consequence).ThenByDescending(q => q.Source.Claim.ReportedAt).ThenBy(q => q.Source.Claim.Key, StringComparer.Ordinal)];
    }

    // Either side may be the wrong one; but nobody is asked about what several origins state.
    private void Conflicts()
    {
        var agreed = _ledger.Root.WithDescendants().SelectMany(p => p.Amounts).Where(a => a is { Status: ClaimStatus.Current, Origins: > 1 })
            .SelectMany(a => a.Claims).Select(c => c.Claim.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var conflict in _ledger.Conflicts.Where(c => c.Alarms))
        {
            foreach (var side in conflict.Claims.Where(c => !agreed.Contains(c.Claim.Key)))
            {
                Add(Consequence.Conflict, conflict.PartId, conflict.Text.TrimEnd('.'), [side]);
            }
        }
    }

    private void Figures()
    {
        foreach (var part in _ledger.Root.WithDescendants())
        {
            foreach (var amount in part.Amounts)
            {
                var reason = amount switch
                {
                    { Status: ClaimStatus.Current, Origins: <= 1 } => $"the only source for {Figure(amount)} of {part.Name}",
                    { Status: ClaimStatus.Lead } when part.Current is { } current => $"a lead beside {Figure(current)} of {part.Name}",
                    { Status: ClaimStatus.Lead } => $"a lead where {part.Name} has no confirmed figure",
                    _ => null,
                };
                Add(Consequence.Total, part.Id, reason, amount.Claims);
            }
        }

        if (_ledger.Spent is { Origins: <= 1 } spent)
        {
            Add(Consequence.Total, _ledger.DealId, "the only source for what was spent", spent.Claims);
        }
    }

    private static string Figure(LedgerAmount amount) => amount.Role == AmountRole.Spent ? "what was spent" : "the figure";

    private void Stages()
    {
        foreach (var step in _ledger.Steps.Where(s => !s.IsInferred).GroupBy(s => s.PartId, StringComparer.Ordinal).Select(s => s.Last()))
        {
            var origins = step.Claims.Select(c => c.Item.Outlet.Family).Distinct(StringComparer.Ordinal).Count();
            Add(Consequence.Stage, step.PartId, step.IsLead ? $"a lead on the stage of {Name(step.PartId)}" : origins <= 1 ? $"the only source for the stage of {Name(step.PartId)}" : null, step.Claims);
        }
    }

    private void Milestones()
    {
        foreach (var milestone in _ledger.Milestones.Where(m => m.Outcome != MilestoneOutcome.Met))
        {
            var reason = milestone.IsLead ? "a lead on a date" : milestone.IsOverdue ? "overdue, and nobody said what became of it" : milestone.Claims.Count == 1 ? "the only source for a date" : null;
            Add(Consequence.Milestone, milestone.Claims[0].Claim.Fact.PartId ?? _ledger.DealId, reason, milestone.Claims);
        }
    }

    private void Parties()
    {
        foreach (var party in _ledger.Parties.Where(p => p.Role is not null && p.Strength >= PartyStrength.Selected))
        {
            Add(Consequence.Party, party.Parts is [var only] ? only : _ledger.DealId, party.IsLead ? "a lead on a party" : party.Claims.Count == 1 ? "the only source for a party" : null, party.Claims);
        }
    }

    private string Name(string partId) => _names.GetValueOrDefault(partId) ?? partId;

    // Whatever a person has said of one of them, the others follow it.
    private void Add(Consequence consequence, string partId, string? reason, IReadOnlyList<SourcedClaim> claims)
    {
        var open = claims.Where(c => c.Claim.EndedAt is null).ToList();
        if (reason is null || open.Count == 0 || open.Exists(c => _decided.On(c.Claim.Key) is not null) || !_seen.Add(open[0].Claim.Key))
        {
            return;
        }

        _found.Add(new(_ledger.DealId, partId, consequence, reason, open[0], open.Count - 1));
    }
}
