using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <param name="Id">Of the configured milestone; null for an event read from the text.</param>
/// <param name="Date">The most precise date in force.</param>
/// <param name="Dates">Every date that counting origins stated for it, else that leads did, oldest report first: refinements and slips.</param>
/// <param name="Claims">The best evidence first; never empty.</param>
public sealed record LedgerMilestone(
    string? Id, string Event, PartialDate Date, MilestoneOutcome Outcome, bool IsOverdue, bool IsLead, IReadOnlyList<PartialDate> Dates, IReadOnlyList<SourcedClaim> Claims);
