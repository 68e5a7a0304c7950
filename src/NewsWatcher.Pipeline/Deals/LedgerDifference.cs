using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Compares two ledgers of a deal fact by fact. Counts of articles are no facts: thirty copies change nothing.</summary>
internal static class LedgerDifference
{
    public static IReadOnlyList<DealChange> Of(DealLedger before, DealLedger after)
    {
        var (old, now) = (Facts(before), Facts(after));
        var changes = new List<DealChange>();
        foreach (var key in old.Keys.Union(now.Keys).OrderBy(k => k.Kind).ThenBy(k => k.PartId, StringComparer.Ordinal).ThenBy(k => k.Subject, StringComparer.Ordinal))
        {
            var (was, isNow) = (old.GetValueOrDefault(key), now.GetValueOrDefault(key));
            if (was?.Value != isNow?.Value)
            {
                changes.Add(new(Lower(key.Kind), key.PartId, Text(key.Subject, was?.Value, isNow?.Value), isNow?.Evidence));
            }
        }

        return changes;
    }

    private static string Text(string subject, string? was, string? isNow) => (was, isNow) switch
    {
        (null, _) => $"{subject}: {isNow}",
        (_, null) => $"{subject}: {was} → no longer",
        _ => $"{subject}: {was} → {isNow}",
    };

    private static Dictionary<(Kind Kind, string PartId, string Subject), Stated> Facts(DealLedger ledger)
    {
        var facts = new Dictionary<(Kind, string, string), Stated>();
        foreach (var part in ledger.Root.WithDescendants())
        {
            AddPart(facts, ledger, part);
        }

        if (ledger.Spent is { } spent)
        {
            facts[(Kind.Amount, ledger.DealId, "spent")] = new(Printed(spent), spent.Claims[0]);
        }

        foreach (var milestone in ledger.Milestones)
        {
            var (subject, n) = (milestone.Event, 1);
            while (!facts.TryAdd((Kind.Milestone, ledger.DealId, subject), new($"{milestone.Date}, {Lower(milestone.Outcome)}{(milestone.IsLead ? ", a lead" : "")}", milestone.Claims[0])))
            {
                subject = $"{milestone.Event} ({++n})";
            }
        }

        foreach (var party in ledger.Parties)
        {
            var role = party.Role is { } known ? $"{Lower(known)}, " : "";
            facts.TryAdd((Kind.Party, ledger.DealId, party.Name), new($"{role}{Lower(party.Strength)}{(party.IsLead ? ", a lead" : "")}", party.Claims[0]));
        }

        foreach (var conflict in ledger.Conflicts.Where(c => c.Alarms))
        {
            facts.TryAdd((Kind.Conflict, conflict.PartId, conflict.Text), new(Lower(conflict.Cause), conflict.Claims[0]));
        }

        return facts;
    }

    private static void AddPart(Dictionary<(Kind, string, string), Stated> facts, DealLedger ledger, LedgerPart part)
    {
        if (part.Stage is { } stage)
        {
            var evidence = ledger.Steps.LastOrDefault(s => s.PartId == part.Id && s.Stage == stage && !s.IsLead)?.Claims;
            facts[(Kind.Stage, part.Id, part.Name)] = new(Lower(stage), evidence is { Count: > 0 } ? evidence[0] : null);
        }

        foreach (var role in part.Amounts.GroupBy(a => part.Id == ledger.DealId ? a.Role : AmountRole.Headline))
        {
            var shown = role.FirstOrDefault(a => a.Status == ClaimStatus.Current) ?? role.FirstOrDefault(a => a.Status == ClaimStatus.Lead);
            if (shown is not null)
            {
                var subject = part.Id == ledger.DealId ? $"{part.Name}, {Lower(shown.Role)}" : part.Name;
                facts[(Kind.Amount, part.Id, subject)] = new(Printed(shown), shown.Claims[0]);
            }
        }

        if (part is { Kind: DealKind.Project, Amounts: [var first, ..] })
        {
            facts[(Kind.Project, part.Id, part.Name)] = new("reported", first.Claims[0]);
        }
    }

    private static string Printed(LedgerAmount amount)
    {
        var qualifier = amount.Qualifier switch { Qualifier.UpTo => " cap", Qualifier.AtLeast => " or more", Qualifier.About => " or so", _ => "" };
        return Figure.Money(amount.Value ?? amount.Max ?? amount.Min ?? 0, amount.Currency) + qualifier + (amount.Status == ClaimStatus.Lead ? ", a lead" : "");
    }

    private static string Lower<T>(T word)
        where T : struct, Enum => word.ToString().ToLowerInvariant();

    private enum Kind
    {
        Stage,
        Amount,
        Project,
        Party,
        Milestone,
        Conflict,
    }

    private sealed record Stated(string Value, SourcedClaim? Evidence);
}
