using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Storage;

/// <summary>What is followed at the moment: configured in files or added by people.</summary>
public sealed record Catalog(IReadOnlyList<Outlet> Outlets, IReadOnlyList<FollowedDeal> Deals)
{
    public static Catalog Empty { get; } = new([], []);

    public FollowedDeal? Deal(string id) => Deals.FirstOrDefault(d => string.Equals(d.Id, id, StringComparison.Ordinal));
}
