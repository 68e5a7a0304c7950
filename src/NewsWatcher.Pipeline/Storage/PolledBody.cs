using NewsWatcher.Feeds;
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

    /// <summary>Entries with a date that no news can have: they count from when they were found.</summary>
    public int Misdated { get; init; }

    /// <summary>What the document says of itself.</summary>
    public FeedIdentity Identity { get; init; } = new(Title, null, null);

    /// <summary>Whether somebody else seems to speak at the feed's address: new entries are kept apart, changes of known ones wait.</summary>
    public bool IsAnother { get; init; }

    public PublishingTimes Times { get; init; } = PublishingTimes.Any;

    /// <summary>How often the feed itself asks to be polled.</summary>
    public TimeSpan? Ttl { get; init; }
}
