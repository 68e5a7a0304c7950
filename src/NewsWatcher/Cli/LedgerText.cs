using NewsWatcher.Deals;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>A ledger as a tree for people: every figure with how firm it is, how many independent origins say so, and the sentence.</summary>
internal sealed class LedgerText(Terminal terminal)
{
    public void Tell(DealLedger ledger)
    {
        terminal.Heading(ledger.Name);
        terminal.Line($"{ledger.DealId}, as of {UtcText.Minute(ledger.AsOf)} UTC");
        terminal.Line($"Stage: {Words.Of(ledger.Stage) ?? "none reported"}");
        terminal.Line(ledger.Spent is { } spent ? $"Spent: {Figure(spent)}" : "Spent: none reported");
        terminal.Line($"{Count(ledger.Coverage.Items, "article")}, {Count(ledger.Coverage.Outlets, "outlet")}, {Count(ledger.Coverage.Origins, "origin")}");
        Section("Figures");
        Part(ledger.Root, 2);
        Each("Milestones", ledger.Milestones, Milestone);
        Each("Parties", ledger.Parties.OrderByDescending(p => p.Strength != Extraction.PartyStrength.Exited).ThenByDescending(p => p.Strength).ThenBy(p => p.Name, StringComparer.Ordinal), Party);
        Each("Conflicts", ledger.Conflicts.OrderByDescending(c => c.Alarms), Conflict);
        Each("Background, no part of the deal", ledger.Background, a => Amount(a, 2));
    }

    private void Part(LedgerPart part, int indent)
    {
        terminal.Line($"{part.Name} ({Words.Of(part.Kind)}{(part.Stage is { } stage ? $", {Words.Of(stage)}" : "")})", indent);
        foreach (var amount in part.Amounts)
        {
            Amount(amount, indent + 2);
        }

        if (part.Amounts.Count == 0)
        {
            terminal.Line("no figure reported", indent + 2);
        }

        if (part.Remainder is { } remainder and not 0 && part.Current is { } current)
        {
            terminal.Line($"not in any part: {FactText.Sum(remainder, min: null, max: null, current.Currency, Extraction.Qualifier.Exact)}", indent + 2);
        }

        foreach (var below in part.Parts)
        {
            Part(below, indent + 2);
        }
    }

    private void Amount(LedgerAmount amount, int indent)
    {
        terminal.Line(Figure(amount), indent);
        Evidence(amount.Claims, indent + 4);
    }

    private static string Figure(LedgerAmount amount) =>
        $"{FactText.Sum(amount.Value, amount.Min, amount.Max, amount.Currency, amount.Qualifier)} — {Words.Of(amount.Role)}, {Words.Of(amount.Status)}"
        + $"{(amount.IsLead && amount.Status != ClaimStatus.Lead ? " (was a lead)" : "")}, {Count(amount.Origins, "origin")}, {Count(amount.Items, "article")}, {UtcText.Minute(amount.AsOf)}"
        + (amount.Note is null ? "" : $" ({amount.Note})");

    private void Milestone(LedgerMilestone milestone)
    {
        var refined = milestone.Dates.Count > 1 ? $" (stated as {string.Join(", then ", milestone.Dates)})" : "";
        terminal.Line($"{milestone.Event}: {milestone.Date}, {Words.Of(milestone.Outcome)}{(milestone.IsOverdue ? ", overdue" : "")}{(milestone.IsLead ? ", a lead" : "")}{refined}", 2);
        Evidence(milestone.Claims, 6);
    }

    private void Party(LedgerParty party)
    {
        terminal.Line($"{party.Name}: {Words.Of(party.Strength)}{(party.Role is { } role ? $" {Words.Of(role)}" : "")}{(party.IsLead ? ", a lead" : "")}", 2);
        Evidence(party.Claims, 6);
    }

    private void Conflict(LedgerConflict conflict)
    {
        terminal.Line($"{conflict.Text} ({Words.Of(conflict.Cause)}{(conflict.Alarms ? ", to be looked at" : "")})", 2);
        foreach (var claim in conflict.Claims)
        {
            Evidence([claim], 6);
        }
    }

    private void Evidence(IReadOnlyList<SourcedClaim> claims, int indent)
    {
        terminal.Line($"“{claims[0].Claim.Fact.Evidence.Sentence.Trim()}”", indent);
        terminal.Address(claims[0].Item.Url, indent);
    }

    private void Each<T>(string title, IEnumerable<T> things, Action<T> tell)
    {
        var isFirst = true;
        foreach (var thing in things)
        {
            if (isFirst)
            {
                Section(title);
            }

            isFirst = false;
            tell(thing);
        }
    }

    private void Section(string title)
    {
        terminal.Line();
        terminal.Heading(title);
    }

    private static string Count(int count, string noun) => $"{count} {noun}{(count == 1 ? "" : "s")}";
}
