namespace NewsWatcher.Extraction;

/// <param name="Event">What is expected, as the text words it.</param>
/// <param name="MilestoneId">The configured milestone it is ("summit"); null for another event.</param>
public sealed record MilestoneReading(string Event, string? MilestoneId, PartialDate Date, MilestoneOutcome Outcome, string? PartId, Evidence Evidence)
    : Fact(PartId, Evidence)
{
    public override string CanonicalValue => $"{MilestoneId ?? Event}:{Date}:{Outcome}";
}
