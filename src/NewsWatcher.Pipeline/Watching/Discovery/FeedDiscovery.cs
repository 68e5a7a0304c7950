using NewsWatcher.Feeds;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Fetching;

namespace NewsWatcher.Watching.Discovery;

/// <summary>Finds the feeds of a site: what the address itself is, what its page names, then what robots.txt, the front page and common places give.
/// Writes nothing; asks few addresses, one after the other, spaced as pages are.</summary>
public sealed class FeedDiscovery(HttpFetcher fetcher, RobotsGate robots, TimeProvider clock)
{
    private const int MaxSitemaps = 3;

    /// <summary>What somebody typed, as the addresses to try: without a scheme https first. Empty for what is no address of the web.</summary>
    public static IReadOnlyList<Uri> Addresses(string typed)
    {
        var text = FeedAddress.Web(typed.Trim()) ?? "";
        string[] spelt = FeedUrl.IsWeb(text) ? [text]
            : text.Contains("://", StringComparison.Ordinal) || text.StartsWith('/') && !text.StartsWith("//", StringComparison.Ordinal) ? []
            : [$"https://{text.TrimStart('/')}", $"http://{text.TrimStart('/')}"];
        return [.. spelt.Select(s => Uri.TryCreate(s, UriKind.Absolute, out var url) && WebAddress.Refusal(url) is null && WebAddress.Host(url) is not null ? url : null).OfType<Uri>()];
    }

    /// <param name="addresses">Of <see cref="Addresses"/>: the next one is for a host that does not answer at the one before.</param>
    /// <param name="progress">Hears every address before it is asked.</param>
    public async Task<SiteFeeds> FindAsync(IReadOnlyList<Uri> addresses, IProgress<Uri>? progress, CancellationToken ct)
    {
        var search = new SiteSearch(fetcher, robots, clock, progress);
        foreach (var address in addresses)
        {
            search.Enqueue([new FeedCandidate(address, FeedSign.Asked, Title: null)]);
            await search.RunAsync(ct);
            if (search.HasAnswered)
            {
                return await AtSiteAsync(search, address, ct);
            }
        }

        return search.Result(addresses[0]);
    }

    /// <summary>The feeds that a page names, none of them asked; empty for what is no page.</summary>
    public static IReadOnlyList<FeedCandidate> NamedBy(FetchResult.Page page) =>
        SiteAnswer.Of(page.Body, page.ContentType, page.Url) is SiteAnswer.Page site ? [.. LinkHeader.Feeds(page.Links, page.Url).Concat(site.Named).DistinctBy(n => n.Url)] : [];

    // Each further place is asked only while the ones before gave nothing.
    private async Task<SiteFeeds> AtSiteAsync(SiteSearch search, Uri asked, CancellationToken ct)
    {
        var site = search.Site ?? asked;
        if (!search.HasFeed && site.AbsolutePath != "/")
        {
            search.Enqueue([new FeedCandidate(new Uri(site, "/"), FeedSign.FrontPage, Title: null)]);
            await search.RunAsync(ct);
        }

        if (!search.HasFeed)
        {
            search.Enqueue(await SitemapsAsync(site, ct));
            await search.RunAsync(ct);
        }

        foreach (var place in search.HasFeed ? [] : CommonPlaces.Of(site))
        {
            search.Enqueue([place]);
            await search.RunAsync(ct);
            if (search.HasFeed)
            {
                break;
            }
        }

        return search.Result(asked);
    }

    private async Task<IEnumerable<FeedCandidate>> SitemapsAsync(Uri site, CancellationToken ct) =>
        Likely((await robots.SitemapsAsync(site, ct)).Select(s => FeedAddress.Read(s, site)).OfType<Uri>());

    /// <summary>The sitemaps that look like one of news, before the others; few.</summary>
    internal static IEnumerable<FeedCandidate> Likely(IEnumerable<Uri> sitemaps) => sitemaps
        .OrderByDescending(u => u.PathAndQuery.Contains("news", StringComparison.OrdinalIgnoreCase)).Take(MaxSitemaps)
        .Select(u => new FeedCandidate(u, FeedSign.Robots, Title: null));
}
