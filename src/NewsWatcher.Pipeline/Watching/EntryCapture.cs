using System.Security.Cryptography;
using System.Text;
using NewsWatcher.Articles;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Html;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Works out what the entries of one feed are known by and how they are read. Everything a publisher can make long is bounded here.</summary>
internal sealed class EntryCapture(StoredFeed feed, CompiledCatalog catalog, DateTimeOffset now)
{
    private const int MaxEntries = 1_000;
    private const int MaxFileEntries = 5_000;
    private const int MaxTitle = 1_024;
    private const int MaxAuthor = 512;
    private const int MaxLink = 4_096;
    private const int MaxContent = 512 * 1_024;
    private const int MaxCategories = 64;

    // Shorter titles ("Home", "Comments") do not tell two stories with one odd link apart.
    private const int TellingTitle = 12;

    private static readonly DateTimeOffset FirstNews = new(1990, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The entries taken, whether ids and links were found to repeat, how many entries repeat another, how many have a date that no news can have, and how many lie beyond the bound.</summary>
    public (IReadOnlyList<CapturedEntry> Entries, bool ByLink, bool ByTitle, int Repeated, int Misdated, int Left) Of(IReadOnlyList<Entry> document)
    {
        var taken = document.Take(feed.Feed.Url is null ? MaxFileEntries : MaxEntries).Select(Bounded).ToList();
        var misdated = document.Take(taken.Count).Count(e => (e.Published ?? e.Updated) is { } date && Credible(date, now) is null);
        var (byLink, byTitle) = (feed.ByLink, feed.ByTitle);
        var keys = EntryKey.Of(taken, ref byLink, ref byTitle);
        var captured = taken.Zip(keys, Capture).DistinctBy(e => e.Key, StringComparer.Ordinal).ToList();
        return (captured, byLink, byTitle, taken.Count - captured.Count, misdated, document.Count - taken.Count);
    }

    /// <summary>Null for a date that no news can have: a typing error of the publisher, or a clock gone wrong.</summary>
    public static DateTimeOffset? Credible(DateTimeOffset? date, DateTimeOffset now) => date >= FirstNews && date <= now.AddHours(24) ? date : null;

    private Entry Bounded(Entry entry) => feed.Feed.Deal is null ? Cut(entry) : Headline(Cut(entry));

    // A search shows the publisher's headline with the publisher's name behind it, and both again as markup.
    private static Entry Headline(Entry entry)
    {
        var end = entry.SourceName is { Length: > 0 } name && entry.Title.EndsWith(name, StringComparison.OrdinalIgnoreCase) ? entry.Title[..^name.Length].TrimEnd() : "";
        var isNamed = end.Length > 0 && end[^1] is '-' or '–' or '—' or '|' or '·';
        return entry with { Title = isNamed ? end[..^1].TrimEnd() : entry.Title, Summary = null, Content = null };
    }

    private Entry Cut(Entry entry) => entry with
    {
        Id = entry.Id?.Length > EntryKey.MaxIdChars ? EntryKey.Hashed(entry.Id) : entry.Id,
        Title = PlainText.Cut(entry.Title, MaxTitle),
        Link = entry.Link?.Length > MaxLink ? null : entry.Link,
        Summary = entry.Summary is null ? null : PlainText.Cut(entry.Summary, MaxContent),
        Content = entry.Content is null ? null : PlainText.Cut(entry.Content, MaxContent),
        Author = entry.Author is null ? null : PlainText.Cut(entry.Author, MaxAuthor),
        Categories = [.. entry.Categories.Take(MaxCategories).Select(c => PlainText.Cut(c, MaxAuthor))],
        Enclosures = [.. entry.Enclosures.Where(e => e.Length <= MaxLink).Take(MaxCategories)],
        Published = Credible(entry.Published ?? entry.Updated, now),
        Updated = Credible(entry.Updated, now),
        SourceName = entry.SourceName is null ? null : PlainText.Cut(entry.SourceName, MaxAuthor),
        SourceUrl = entry.SourceUrl?.Length > MaxLink ? null : entry.SourceUrl,
    };

    private CapturedEntry Capture(Entry entry, string key)
    {
        var page = CanonicalUrl.Of(entry.Link);
        var title = ItemIdentity.FoldedTitle(entry.Title);
        var outlet = Outlet(entry, page);
        return new(key, entry, page?.AbsoluteUri ?? entry.Link ?? "", Identity(entry, page, key, title), title, Hash(entry), outlet.Id,
            feed.Feed.Language ?? outlet.Language, ReadsPage: page is not null && ReadsPage(entry, outlet))
        {
            IsFromSearch = feed.Feed.Deal is not null,
        };
    }

    // A link that is no address of the web names a page only within its feed, unless its title says the same.
    private string Identity(Entry entry, Uri? page, string key, string title) =>
        page is not null ? CanonicalUrl.Identity(entry.Link) ?? page.AbsoluteUri
            : title.Length >= TellingTitle && (entry.Link ?? entry.Id) is { Length: > 0 } link ? link
            : $"{feed.Feed.Id} {key}";

    // What an aggregator or an unnamed feed passes on was published by somebody else.
    private Outlet Outlet(Entry entry, Uri? page)
    {
        var own = catalog.Outlets.ById(feed.Feed.OutletId);
        if (feed.Feed.OutletId is { } id && own?.Tier != OutletTier.Aggregator)
        {
            return own ?? catalog.OutletOf(id);
        }

        // The sender of a newsletter links what others published: a link right to a known publisher says whose it is.
        return (feed.Feed.Mail is not null && page is not null ? catalog.Outlets.Classified(page) : null)
            ?? catalog.Outlets.Named(entry.SourceName)
            ?? (CanonicalUrl.Of(entry.SourceUrl) is { } source ? catalog.Outlets.Of(source) : null)
            ?? own
            ?? (page is not null && !IsOfItsHost(page) ? catalog.Outlets.Of(page) : Unnamed());
    }

    // Feeds of one shared host are not one publisher. Who takes a known publisher's id for a feed does not get its standing.
    private Outlet Unnamed()
    {
        var (id, address) = (feed.Feed.Id, feed.Feed.Url);
        return (address is null ? null : catalog.Outlets.Classified(address))
            ?? (catalog.Outlets.ById(id) is null || address is null ? new Outlet { Id = id, Name = feed.Feed.Name, Family = id } : catalog.Outlets.Of(address));
    }

    private bool IsOfItsHost(Uri page) => feed.Feed.Url is { } url && string.Equals(WebAddress.Host(page), WebAddress.Host(url), StringComparison.OrdinalIgnoreCase);

    private bool ReadsPage(Entry entry, Outlet outlet) => feed.Feed.Articles switch
    {
        ArticlePolicy.Fetch => true,
        ArticlePolicy.Matching => Touches(entry, outlet),
        _ => false,
    };

    // With a headline alone, a deal that was looked at and held back is reason enough to read the page.
    private bool Touches(Entry entry, Outlet outlet)
    {
        var headline = new Article { Title = entry.Title, Text = HtmlText.ToPlain(entry.Summary ?? ""), Language = feed.Feed.Language ?? outlet.Language };
        var facts = catalog.Extractor.Read(headline, entry.Published, outlet.Tier);
        return facts.All.Any(f => f.PartId is not null) || catalog.Matcher.Match(headline, facts).Count > 0;
    }

    // Dates and markup are left out: publishers stamp every answer anew, and count readers with pictures.
    private static string Hash(Entry entry)
    {
        var text = string.Join('\n', entry.Title, CanonicalUrl.Identity(entry.Link), PlainText.OfHtml(entry.Summary ?? ""), PlainText.OfHtml(entry.Content ?? ""));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
    }
}
