using System.Globalization;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads a page without a feed as if it were one, by the selectors of its <see cref="Listing"/>.</summary>
internal sealed class ListingReader
{
    private const int MaxItems = 2_000;

    private readonly HtmlPage _page;
    private readonly IReadOnlyList<HtmlNode> _items;
    private readonly Dictionary<string, ListingField> _fields = new(StringComparer.Ordinal);
    private readonly Listing _listing;
    private readonly TimeZoneInfo _zone;
    private readonly Uri? _base;

    private ListingReader(HtmlPage page, Listing listing, Uri? address)
    {
        (_page, _listing) = (page, listing);
        _items = [.. Selected(listing.Item).Take(MaxItems)];
        _zone = listing.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
        _base = Base(page, address);
        (string Name, string? Selector)[] fields = [("link", listing.Link), ("title", listing.Title), ("date", listing.Date ?? "time"), ("summary", listing.Summary), ("a", "a[href]")];
        foreach (var (name, selector) in fields.Where(f => f.Selector is not null))
        {
            _fields[name] = new(Selected(selector ?? ""));
        }
    }

    /// <param name="address">Where the page came from; links are resolved against it, or against the base that the page names.</param>
    public static FeedRead Read(byte[] body, string? contentType, Uri? address, Listing listing)
    {
        var text = Charsets.Decode(body, contentType);
        text = text[DocumentStart.In(text)..];
        if (!text.Contains('<', StringComparison.Ordinal))
        {
            return new FeedRead.NotAListing($"What came is {(text.Length == 0 ? "an empty body" : "no HTML page")}, where a listing of entries was expected.");
        }

        return new ListingReader(HtmlPage.Parse(text), listing, address).Read(text);
    }

    private FeedRead Read(string text)
    {
        if (_items.Count == 0)
        {
            return new FeedRead.NotAListing(IsFeed(text)
                ? "The address answers with a feed: leave \"listing\" out, and it is read as one."
                : Says($"\"item\": \"{_listing.Item}\" found nothing among the {_page.All.Count(n => !n.IsText):N0} elements of the page. It was rebuilt, or is filled by scripts only: look at it and change the selector."));
        }

        var (entries, time) = (new ListingEntries(), new ReadingTime());
        foreach (var item in _items.TakeWhile(_ => !time.IsSpent()))
        {
            entries.Add(Entry(item));
        }

        return time.IsSpent() ? new FeedRead.NotAListing($"The page is {ReadingTime.Told}.") : Fault(entries) is { } fault ? new FeedRead.NotAListing(fault)
            : new FeedRead.Document(Title(), null, entries.Distinct(), null, null) { Remark = Remark(entries) };
    }

    private Entry Entry(HtmlNode item)
    {
        var title = Field("title", item);
        var (link, address) = Link(item, title);
        var date = Field("date", item);
        var summary = Field("summary", item);
        return new Entry
        {
            Title = PlainText.Cut(title is not null && HtmlText.Beginning(title, EntryReader.MaxTitle) is { Length: > 0 } stated ? stated : LinkText(item, link, address), EntryReader.MaxTitle),
            Link = address,
            Published = date is null ? null : ListingDate.Read(date["datetime"] ?? date["content"], _zone) ?? ListingDate.Read(HtmlText.Beginning(date, 200), _zone),
            Summary = summary is not null && HtmlText.Beginning(summary, MaxSummary) is { Length: > 0 } told ? PlainText.Escaped(told) : null,
        };
    }

    private const int MaxSummary = 4_000;

    // The link that the selector names; else that of the title, the first of the item, or one around it all.
    private (HtmlNode? Node, string? Address) Link(HtmlNode item, HtmlNode? title)
    {
        if (_fields.TryGetValue("link", out var named))
        {
            return named.Within(item).SelectMany(LinksAt).Select(l => (l, Address(l))).FirstOrDefault(l => l.Item2 is not null);
        }

        var candidates = (title is null ? [] : LinksAt(title)).Concat(_fields["a"].Within(item)).Concat(Around(item));
        return candidates.Select(l => (l, Address(l))).FirstOrDefault(l => l.Item2 is not null);
    }

    private IEnumerable<HtmlNode> LinksAt(HtmlNode node) => node["href"] is not null ? [node] : _fields["a"].Within(node).Take(8).Concat(Around(node));

    private static IEnumerable<HtmlNode> Around(HtmlNode node) => node.Ancestors().Where(a => a.Tag == "a" && a["href"] is not null).Take(1);

    // A picture and a headline often lead to the same page: the longest text is the title.
    private string LinkText(HtmlNode item, HtmlNode? link, string? address)
    {
        if (link is null)
        {
            return "";
        }

        var texts = _fields["a"].Within(item).Take(16).Where(a => string.Equals(Address(a), address, StringComparison.Ordinal)).Prepend(link).Select(a => HtmlText.Beginning(a, EntryReader.MaxTitle)).ToList();
        return texts.OrderByDescending(t => t.Length).First() is { Length: > 0 } text ? text
            : HtmlText.Clean(link["title"] ?? link["aria-label"] ?? link.Descendants().Take(64).Select(n => n["alt"]).FirstOrDefault(a => !string.IsNullOrWhiteSpace(a)) ?? "");
    }

    private string? Address(HtmlNode link) => FeedUrl.Absolute(link["href"], _base) is { } address && CanonicalUrl.Of(address) is not null ? address : null;

    private HtmlNode? Field(string name, HtmlNode item) => _fields.TryGetValue(name, out var field) ? field.Within(item).FirstOrDefault() : null;

    private IReadOnlyList<HtmlNode> Selected(string selector) =>
        PageSelector.Parse(selector, out var fault) is { } parsed ? parsed.Find(_page) : throw new ArgumentException($"\"{selector}\": {fault}", nameof(selector));

    /// <summary>Why nothing of use was found, although there were items: a site that was rebuilt must not fall silent.</summary>
    private string? Fault(ListingEntries entries) =>
        entries.WithoutLink == _items.Count ? Says($"\"link\": {Named(_listing.Link, "the first link")} found no http(s) address in any of the {_items.Count:N0} items that \"{_listing.Item}\" found.")
            : _listing.Title is { } title && _items.All(i => Field("title", i) is null) ? Says($"\"title\": \"{title}\" found nothing in any of the {_items.Count:N0} items that \"{_listing.Item}\" found.")
            : null;

    private string? Remark(ListingEntries entries)
    {
        string?[] remarks =
        [
            entries.WithoutLink > 0 ? Says($"{entries.WithoutLink:N0} of {_items.Count:N0} items of the listing have no link and were left out") : null,
            _listing.Date is { } date && entries.All(e => e.Published is null) ? Says($"\"date\": \"{date}\" found no date that can be read in any of the {_items.Count:N0} items") : null,
            _listing.Summary is { } summary && entries.All(e => e.Summary is null) ? Says($"\"summary\": \"{summary}\" found nothing in any of the {_items.Count:N0} items") : null,
        ];
        return remarks.OfType<string>().ToList() is { Count: > 0 } told ? string.Join("; ", told) : null;
    }

    private string? Title() => _page.Elements("title").FirstOrDefault() is { } title && HtmlText.Beginning(title, EntryReader.MaxTitle) is { Length: > 0 } text ? text : null;

    private static Uri? Base(HtmlPage page, Uri? address) =>
        page.Elements("base").Select(b => FeedUrl.Absolute(b["href"], address)).FirstOrDefault(FeedUrl.IsWeb) is { } stated && Uri.TryCreate(stated, UriKind.Absolute, out var own) ? own : address;

    private static bool IsFeed(string text) => text.Contains("<rss", StringComparison.OrdinalIgnoreCase) || text.Contains("<feed", StringComparison.OrdinalIgnoreCase) || text.Contains("<rdf:RDF", StringComparison.OrdinalIgnoreCase);

    private static string Named(string? selector, string fallback) => selector is null ? fallback : $"\"{selector}\"";

    private static string Says(FormattableString sentence) => sentence.ToString(CultureInfo.InvariantCulture);
}
