using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Tells which followed deals an article is about: by parties, projects, amounts, aliases, keywords and context together.
/// The answer depends on the article and the configuration alone, so that the order of arrival never matters.</summary>
public sealed class DealMatcher(IReadOnlyList<FollowedDeal> deals)
{
    /// <summary>Every deal with a reason to look at it, the best first; the held-back ones included.</summary>
    public IReadOnlyList<DealMatch> Match(Article article, ArticleFacts facts) =>
        throw Seam.Open(deals, article, facts);
}
