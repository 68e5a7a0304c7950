using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Watching.Search;

/// <summary>The feeds that deals make of their own terms: one for each news search, and where it takes a language one for each language of the deal.</summary>
public static class SearchFeeds
{
    private const int MaxId = 64;
    private const int HashChars = 8;
    private const int MaxAddress = 4096;

    public static IReadOnlyList<Feed> Of(IEnumerable<FollowedDeal> deals, IReadOnlyList<SearchAddress> addresses) =>
        addresses.Count == 0 ? [] : [.. deals.Where(d => d.Search).SelectMany(d => Of(d, addresses)).Where(f => f.Url?.AbsoluteUri.Length <= MaxAddress).DistinctBy(f => f.Id)];

    private static IEnumerable<Feed> Of(FollowedDeal deal, IReadOnlyList<SearchAddress> addresses)
    {
        var queries = DealQuery.Of(deal);
        return addresses.SelectMany(a => queries.Take(a.HasLanguage ? queries.Count : 1).Select((query, i) => new Feed
        {
            Id = Id(deal.Id, i == 0 ? a.Name : $"{a.Name}-{query.Language}"),
            Name = $"{deal.Root.Name}: {a.Name}{(a.HasLanguage ? $" ({query.Language})" : "")}",
            Url = a.For(query.Text, query.Language),
            Language = a.HasLanguage ? query.Language : null,
            Tags = ["search"],
            Articles = ArticlePolicy.Never,
            Deal = deal.Id,
        }));
    }

    private static string Id(string deal, string name)
    {
        var whole = $"search-{deal}-{name}";
        if (whole.Length <= MaxId)
        {
            return whole;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(whole)))[..HashChars];
        return $"search-{deal[..Math.Min(deal.Length, MaxId - "search--".Length - hash.Length - 1 - name.Length)]}-{hash}-{name}";
    }
}
