namespace NewsWatcher.Extraction;

public enum MilestoneOutcome
{
    Scheduled,
    Met,
    Slipped,
    Missed,
}
