using NewsWatcher.Deals;

namespace NewsWatcher.Storage;

/// <summary>Everything known of one item.</summary>
public sealed record ItemDetail
{
    public required StoredItem Item { get; init; }

    /// <summary>Keys of the feeds that showed it.</summary>
    public IReadOnlyList<string> Feeds { get; init; } = [];

    /// <summary>The held-back deals included.</summary>
    public IReadOnlyList<DealMatch> Deals { get; init; } = [];

    /// <summary>Ended ones included.</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Null for an item that nobody has traced.</summary>
    public Origin? Origin { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ItemNote> Notes { get; init; } = [];
}
