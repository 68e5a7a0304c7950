using NewsWatcher.Review.Pages;
using NewsWatcher.Storage;

namespace NewsWatcher.Review;

/// <summary>Loads what the pages of feeds show.</summary>
internal sealed class FeedPages(FeedStore feeds, PageWriter writer)
{
    private const int MostPolls = 100;

    public async Task<IResult> ListAsync(CancellationToken ct) => writer.Page<FeedListPage, FeedListView>(FeedListView.Of(await feeds.ListAsync(ct)));

    public async Task<IResult> FeedAsync(string key, CancellationToken ct) => await feeds.FindAsync(key, ct) is { } feed
        ? writer.Page<FeedPage, FeedView>(new(feed, await feeds.HistoryAsync(feed.Id, MostPolls, ct)))
        : TypedResults.NotFound();
}
