namespace NewsWatcher.Watching;

/// <summary>What one pass over feeds and articles did.</summary>
public sealed record PassReport
{
    public IReadOnlyList<FeedReport> Feeds { get; init; } = [];

    public ReadingTally Readings { get; init; } = ReadingTally.Nothing;

    /// <summary>Items matched with deals and put into developments.</summary>
    public int Placed { get; init; }

    /// <summary>Most of the network could not be reached: nothing was charged to the feeds.</summary>
    public bool IsNetworkDown { get; init; }

    /// <summary>The disk is nearly full: articles, or everything, had to wait.</summary>
    public bool IsStorageLow { get; init; }

    public int Added => Feeds.Sum(f => f.Tally.Added);

    public int Changed => Feeds.Sum(f => f.Tally.Changed);

    public IEnumerable<FeedReport> Failed => Feeds.Where(f => !f.IsFine);
}
