using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Extraction.Amounts;

namespace NewsWatcher.Deals;

/// <summary>Tells which followed deals an article is about: by parties, projects, amounts, aliases, keywords and context together.
/// The answer depends on the article and the configuration alone, so that the order of arrival never matters.</summary>
public sealed class DealMatcher
{
    private readonly PhraseIndex _index = new();
    private readonly List<DealSigns> _signs;
    private readonly Dictionary<int, List<(DealSigns Deal, DealName Name)>> _named = [];
    private readonly SumSigns _totals;

    public DealMatcher(IReadOnlyList<FollowedDeal> deals)
    {
        _signs = [.. deals.Select(d => new DealSigns(d, _index))];
        _totals = new(deals.SelectMany(d => d.Parts).Select(p => p.Headline).OfType<StatedTotal>().Select(t => t.Value));
        foreach (var (deal, name) in _signs.SelectMany(s => s.Names.Select(n => (s, n))))
        {
            foreach (var spelling in name.Spellings)
            {
                if (!_named.TryGetValue(spelling.Id, out var holders))
                {
                    _named[spelling.Id] = holders = [];
                }

                holders.Add((deal, name));
            }
        }
    }

    /// <summary>Whether a name, word or total of any deal stands in an article: without one, <see cref="Match"/> finds nothing.</summary>
    public bool Touches(Article article) =>
        _index.Any(MatchedText.Folded(article.Title), _named.ContainsKey) || _index.Any(MatchedText.Body(article.Text), _named.ContainsKey) || HasTotal(article);

    /// <summary>Every deal with a reason to look at it, the best first; the held-back ones included.</summary>
    public IReadOnlyList<DealMatch> Match(Article article, ArticleFacts facts)
    {
        var page = new MatchedText(article.Title, article.Text, _index);
        var found = _signs.Where(s => s.HasTotal(facts.Amounts)).ToDictionary(s => s, _ => new HashSet<DealName>(ReferenceEqualityComparer.Instance));
        foreach (var (deal, name) in page.Found.SelectMany(id => _named.GetValueOrDefault(id, [])))
        {
            if (!found.TryGetValue(deal, out var names))
            {
                found[deal] = names = new HashSet<DealName>(ReferenceEqualityComparer.Instance);
            }

            names.Add(name);
        }

        return [.. found.Select(f => f.Key.Weigh(page, f.Value, facts)).OfType<DealMatch>()
            .OrderByDescending(m => m.Belongs).ThenByDescending(m => m.Score).ThenBy(m => m.DealId, StringComparer.Ordinal)];
    }

    /// <summary>What of a deal an article does not have: every name, party, part and total, the keywords left out. Empty for a deal that is not followed.</summary>
    public IReadOnlyList<string> Missing(string dealId, Article article, ArticleFacts facts) =>
        [.. _signs.Where(s => string.Equals(s.DealId, dealId, StringComparison.Ordinal)).SelectMany(s => s.Missing(new MatchedText(article.Title, article.Text, _index), facts))];

    private bool HasTotal(Article article)
    {
        var amounts = FactExtractor.Amounts(article, _totals).ToList();
        return amounts.Count > 0 && _signs.Exists(s => s.HasTotal(amounts));
    }
}
