namespace NewsWatcher.Feeds;

public enum OutletTier
{
    Unknown,
    Official,
    Wire,
    Major,
    Specialty,
    Aggregator,
}
