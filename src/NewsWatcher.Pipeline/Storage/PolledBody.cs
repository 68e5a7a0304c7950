using NewsWatcher.Fetching;

namespace NewsWatcher.Storage;

/// <summary>What a completely read feed said.</summary>
/// <param name="Left">Entries beyond the bound, not taken.</param>
public sealed record PolledBody(string? Title, Validators Validators, string ContentHash, IReadOnlyList<CapturedEntry> Entries, int Left)
{
    /// <summary>Whether ids were found to repeat, now or earlier.</summary>
    public bool ByLink { get; init; }

    /// <summary>Whether one link was found to carry several titles, now or earlier.</summary>
    public bool ByTitle { get; init; }

    /// <summary>Entries that are known by what another one is known by, not taken.</summary>
    public int Repeated { get; init; }

    /// <summary>Where every hop of a redirect said that the feed has moved for good.</summary>
    public string? MovedTo { get; init; }

    /// <summary>How often the feed itself asks to be polled.</summary>
    public TimeSpan? Ttl { get; init; }
}
