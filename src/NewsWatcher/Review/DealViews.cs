using NewsWatcher.Deals;
using NewsWatcher.Storage;

namespace NewsWatcher.Review;

/// <summary>The first page: every followed deal, what is new, how the feeds are.</summary>
/// <param name="News">What changed in the last days, of the deals where anything did.</param>
/// <param name="Items">Captured items in all.</param>
public sealed record HomeView(IReadOnlyList<DealLedger> Deals, IReadOnlyList<DealChanges> News, IReadOnlyList<StoredFeed> Feeds, long Items);

/// <param name="AsOf">The day that was asked for; null is now.</param>
/// <param name="News">What changed in the last days; null for a view of the past.</param>
public sealed record DealView(DealLedger Ledger, IReadOnlyList<HeldBack> HeldBack, DateOnly? AsOf, DealChanges? News);

/// <summary>An item that was looked at for a deal and held back.</summary>
public sealed record HeldBack(StoredItem Item, double Score, IReadOnlyList<string> Reasons);
