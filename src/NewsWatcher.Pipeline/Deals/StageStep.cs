using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <param name="PartId">The deal or part that moved.</param>
/// <param name="IsInferred">Concluded ("no progress for 6 months"), not stated; <paramref name="Claims"/> is empty then.</param>
public sealed record StageStep(string PartId, Stage Stage, DateTimeOffset At, SourceGrade Grade, bool IsLead, bool IsInferred, IReadOnlyList<SourcedClaim> Claims);
