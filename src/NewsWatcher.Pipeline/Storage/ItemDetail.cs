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

    /// <summary>What people decided of it and its claims, oldest first, those taken back included.</summary>
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>What of <see cref="Decisions"/> counts.</summary>
    public DecisionsInForce Decided => field ??= new(Decisions);

    /// <summary>Null for an item that nobody has traced.</summary>
    public Origin? Origin { get; init; }

    public IReadOnlyList<string> Tags { get; init; } = [];

    public IReadOnlyList<ItemNote> Notes { get; init; } = [];
}
