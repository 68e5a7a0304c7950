using NewsWatcher.Articles;
using NewsWatcher.Feeds;

namespace NewsWatcher.Extraction;

/// <summary>Reads all facts of an article. Made once per configuration: the names and words of the deals are compiled here.</summary>
public sealed class FactExtractor(IReadOnlyList<FollowedDeal> deals)
{
    /// <param name="reportedAt">What relative dates are resolved against; null leaves them unresolved.</param>
    /// <param name="tier">Of the outlet: an official page and an aggregator grade a stage differently.</param>
    public ArticleFacts Read(Article article, DateTimeOffset? reportedAt, OutletTier tier) =>
        throw Seam.Open(deals, article, reportedAt, tier);
}
