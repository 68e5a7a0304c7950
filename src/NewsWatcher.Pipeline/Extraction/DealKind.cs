namespace NewsWatcher.Extraction;

public enum DealKind
{
    Umbrella,
    Tranche,
    Project,
    Agreement,
}
