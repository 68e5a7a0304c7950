using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Deals;

/// <summary>Tells which followed deals an article is about: by parties, projects, amounts, aliases, keywords and context together.
/// The answer depends on the article and the configuration alone, so that the order of arrival never matters.</summary>
public sealed class DealMatcher(IReadOnlyList<FollowedDeal> deals)
{
    private readonly List<DealSigns> _signs = [.. deals.Select(d => new DealSigns(d))];

    /// <summary>Every deal with a reason to look at it, the best first; the held-back ones included.</summary>
    public IReadOnlyList<DealMatch> Match(Article article, ArticleFacts facts)
    {
        var page = new MatchedText(article.Title, article.Text);
        return [.. _signs.Select(s => s.Weigh(page, facts)).OfType<DealMatch>()
            .OrderByDescending(m => m.Belongs).ThenByDescending(m => m.Score).ThenBy(m => m.DealId, StringComparer.Ordinal)];
    }
}
