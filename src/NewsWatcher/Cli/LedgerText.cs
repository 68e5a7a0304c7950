using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>A ledger for people: a tree of figures, a line each, then what is due, who takes part and what differs.</summary>
/// <param name="withSentences">Whether each fact is followed by the sentence that states it, and where it stands.</param>
/// <param name="withBackground">Whether the numbers that are no part of the deal are listed.</param>
internal sealed class LedgerText(Terminal terminal, bool withSentences, bool withBackground)
{
    // Figures of all depths end here, so that what is said of them begins in one column.
    private const int FigureColumns = 36;
    private const int FewColumns = 72;
    private const int StatusColumns = 15;
    private const int OutcomeColumns = 25;

    public void Tell(DealLedger ledger)
    {
        terminal.Heading(ledger.Name);
        terminal.Line($"{ledger.DealId}, as of {UtcText.Minute(ledger.AsOf)} UTC");
        terminal.Line($"Stage: {(ledger.Stage is { } stage ? Wording.Of(stage) : "none reported")}");
        terminal.Line($"Spent: {(ledger.Spent is { } spent ? FactText.Sum(spent) : "none reported")}");
        terminal.Line(Wording.Of(ledger.Coverage));
        Section("Figures");
        Part(ledger.Root, 2);
        Milestones(ledger.Milestones);
        Parties(ledger.Parties);
        Conflicts(ledger.Conflicts);
        Background(ledger.Background);
        if (!withSentences)
        {
            terminal.Line();
            terminal.Line($"The sentences: newswatcher ledger {ledger.DealId} --sentences");
        }
    }

    private void Part(LedgerPart part, int indent)
    {
        terminal.Line($"{part.Name} ({Wording.Of(part.Kind)}{(part.Stage is { } stage ? $", {Wording.Of(stage)}" : "")}){(part.Amounts.Count == 0 ? ": no figure reported" : "")}", indent);
        foreach (var amount in part.Amounts)
        {
            Amount(amount, indent + 2, ReferenceEquals(amount, part.Current) ? Sum(part) : "");
        }

        foreach (var below in part.Parts)
        {
            Part(below, indent + 2);
        }
    }

    private static string Sum(LedgerPart part) => part is { Remainder: < 0, Current: { } current }
        ? $"its parts exceed it by {FactText.Sum(-part.Remainder.Value, min: null, max: null, current.Currency, Qualifier.Exact)}"
        : FactText.AddendText(part);

    private void Amount(LedgerAmount amount, int indent, string sum)
    {
        var status = amount is { IsLead: true, Status: ClaimStatus.Superseded } ? "superseded lead" : amount.Status == ClaimStatus.Lead ? "lead" : Wording.Of(amount.Status);
        var origins = amount.Origins == 0 ? Wording.Count(amount.Items, "article") : Wording.Count(amount.Origins, "origin");
        Row(FactText.Sum(amount), status, $"{origins}, {UtcText.Day(amount.AsOf)}", indent);
        foreach (var note in new[] { sum, amount.Note ?? "" }.Where(n => n.Length > 0))
        {
            terminal.Line(note, indent + 2);
        }

        Evidence(amount.Claims, indent + 4);
    }

    private void Milestones(IReadOnlyList<LedgerMilestone> milestones)
    {
        // Followed ones first: the others are only dates that reports name.
        Section("Milestones", milestones.Count);
        foreach (var milestone in milestones.OrderByDescending(m => m.Id is not null).ThenBy(m => m.Date.Start))
        {
            var stated = milestone.Dates.Distinct().ToList();
            var text = withSentences ? milestone.Event : terminal.Cut(milestone.Event, terminal.Width - OutcomeColumns);
            terminal.Line($"{milestone.Date,-10}  {Outcome(milestone)}  {text}", 2);
            if (stated.Count > 1)
            {
                terminal.Line($"stated as {string.Join(", then ", stated)}", 6);
            }

            Evidence(milestone.Claims, 6);
        }
    }

    private static string Outcome(LedgerMilestone milestone) =>
        (milestone.IsLead ? "a lead" : milestone.IsOverdue ? "overdue" : Wording.Of(milestone.Outcome)).PadRight(9);

    private void Parties(IReadOnlyList<LedgerParty> parties)
    {
        Section("Parties", parties.Count);
        foreach (var group in parties.GroupBy(p => p.Strength).OrderByDescending(g => g.Key != PartyStrength.Exited).ThenByDescending(g => g.Key))
        {
            var named = group.OrderBy(p => p.Name, StringComparer.Ordinal).ToList();
            if (!withSentences)
            {
                terminal.Line($"{Wording.Of(group.Key)}: {string.Join(", ", named.Select(Party))}", 2);
                continue;
            }

            foreach (var party in named)
            {
                terminal.Line($"{Wording.Of(group.Key)}: {Party(party)}", 2);
                Evidence(party.Claims, 6);
            }
        }
    }

    private static string Party(LedgerParty party)
    {
        var about = new[] { party.Role is { } role ? Wording.Of(role) : "", party.IsLead ? "a lead" : "" }.Where(t => t.Length > 0);
        var text = string.Join(", ", about);
        return text.Length == 0 ? party.Name : $"{party.Name} ({text})";
    }

    private void Conflicts(IReadOnlyList<LedgerConflict> conflicts)
    {
        Section("Differing figures", conflicts.Count);
        foreach (var conflict in conflicts.OrderByDescending(c => c.Alarms))
        {
            var text = $"{(conflict.Alarms ? "! " : "  ")}{Wording.Of(conflict.Cause)}: {conflict.Text}";
            terminal.Line(conflict.Alarms || withSentences ? text : terminal.Cut(text, terminal.Width - 2), 2);
            foreach (var claim in conflict.Claims)
            {
                Evidence([claim], 6);
            }
        }
    }

    private void Background(IReadOnlyList<LedgerAmount> background)
    {
        if (background.Count > 0 && !withBackground)
        {
            terminal.Line();
            terminal.Line($"Set apart: {Wording.Count(background.Count, "number")} that {(background.Count == 1 ? "is" : "are")} no part of the deal (--background)");
            return;
        }

        Section("Background, no part of the deal", background.Count);
        foreach (var amount in background)
        {
            Row(FactText.Sum(amount), Wording.Of(amount.Role), $"{Wording.Count(amount.Items, "article")}, {UtcText.Day(amount.AsOf)}", 2);
            Evidence(amount.Claims, 6);
        }
    }

    private void Row(string figure, string status, string rest, int indent)
    {
        if (terminal.Width < FewColumns)
        {
            terminal.Line($"{figure}: {status}, {rest}", indent);
        }
        else
        {
            terminal.Line($"{figure.PadRight(FigureColumns - indent)} {status.PadRight(StatusColumns)} {rest}", indent);
        }
    }

    private void Evidence(IReadOnlyList<SourcedClaim> claims, int indent)
    {
        if (withSentences)
        {
            terminal.Line($"“{claims[0].Claim.Fact.Evidence.Sentence.Trim()}” [{ReviewCommand.Short(claims[0].Claim)}]", indent);
            terminal.Address(claims[0].Item.Url, indent);
        }
    }

    private void Section(string title, int count = 1)
    {
        if (count > 0)
        {
            terminal.Line();
            terminal.Heading(title);
        }
    }
}
