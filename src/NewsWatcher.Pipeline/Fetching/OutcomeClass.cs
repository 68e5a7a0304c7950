namespace NewsWatcher.Fetching;

/// <summary>The ten ways a poll can end. The set is closed; only <see cref="Gone"/> is terminal.</summary>
public enum OutcomeClass
{
    Ok,
    NotModified,
    ParseError,
    HttpError,
    Timeout,
    TooLarge,
    Blocked,
    Gone,
    Moved,
    RateLimited,
}
