using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>By what a feed is known to be the same one: what it calls itself, the site that it is about, and its id (Atom).</summary>
/// <param name="Site">Host, without "www.".</param>
public sealed record FeedIdentity(string? Title, string? Site, string? Id)
{
    private const double MostUnknown = 0.8;

    /// <summary>Of a document: its site is the one that it names, else the one that most of its entries lie on.</summary>
    public static FeedIdentity Of(FeedRead.Document document) => new(
        document.Title,
        Host(document.Link) ?? document.Entries.Select(e => Host(e.Link)).OfType<string>().CountBy(h => h, StringComparer.Ordinal).OrderByDescending(h => h.Value).Select(h => h.Key).FirstOrDefault(),
        document.Id);

    /// <summary>Whether another publisher seems to speak at this address: title, site and nearly all entries are others, at once. Any one of them alone is a day in a publisher's life.</summary>
    public bool IsAnother(FeedIdentity now, int entries, int known) =>
        Title is not null && Site is not null
        && !string.Equals(Title.Trim(), now.Title?.Trim(), StringComparison.OrdinalIgnoreCase)
        && !string.Equals(Site, now.Site, StringComparison.OrdinalIgnoreCase)
        && entries - known > MostUnknown * entries;

    private static string? Host(string? link) => CanonicalUrl.Of(link) is { } url && WebAddress.Host(url) is { } host ? host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host : null;
}
