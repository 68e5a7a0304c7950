using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>What a page's head says of the story.</summary>
internal sealed class PageMetadata
{
    private const int MaxTitle = 1024;

    private readonly HtmlPage _page;
    private readonly StructuredData _data;
    private readonly ILookup<string, string> _metas;

    public PageMetadata(HtmlPage page, StructuredData data, Uri? url)
    {
        (_page, _data) = (page, data);
        _metas = page.Elements("meta")
            .Select(m => (Name: (m["property"] ?? m["name"] ?? m["itemprop"] ?? m["http-equiv"] ?? "").Trim().ToLowerInvariant(), Content: HtmlText.Clean(m["content"])))
            .Where(m => m.Content.Length > 0)
            .ToLookup(m => m.Name, m => m.Content, StringComparer.Ordinal);
        CanonicalUrl = Canonical(url);
        SiteName = Meta("og:site_name", "application-name", "twitter:app:name:iphone") ?? PublisherName() ?? Meta("dc.publisher", "copyright", "al:android:app_name");
        Title = FindTitle();
        Description = Meta("og:description", "description", "twitter:description", "dc.description") ?? _data.StoryText("description");
    }

    public string Title { get; }

    public string? SiteName { get; }

    public string? CanonicalUrl { get; }

    public string? Description { get; }

    /// <summary>The content of the first meta element of these names that has one.</summary>
    public string? Meta(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_metas[name].FirstOrDefault() is { } content)
            {
                return content;
            }
        }

        return null;
    }

    public IEnumerable<string> Metas(string name) => _metas[name];

    private string? PublisherName() => _data.Story is { } story ? StructuredData.Names(story, "publisher").FirstOrDefault() : null;

    private string? Canonical(Uri? url)
    {
        var origin = Uri.TryCreate(_page.Elements("base").FirstOrDefault()?["href"], UriKind.Absolute, out var stated) ? stated : url;
        var links = _page.Elements("link").Where(l => l["rel"] is { } rel && rel.Split(' ').Contains("canonical", StringComparer.OrdinalIgnoreCase)).Select(l => l["href"]);
        return links.Append(Meta("og:url")).Append(_data.StoryText("url")).Append(url?.ToString())
            .Select(h => Absolute(h, origin)).FirstOrDefault(h => h is not null);
    }

    private static string? Absolute(string? href, Uri? origin)
    {
        if (string.IsNullOrWhiteSpace(href) || href.Length > 4096 || !Uri.TryCreate(origin, href.Trim(), out var found) && !Uri.TryCreate(href.Trim(), UriKind.Absolute, out found))
        {
            return null;
        }

        return found.Scheme == Uri.UriSchemeHttp || found.Scheme == Uri.UriSchemeHttps ? found.AbsoluteUri : null;
    }

    /// <summary>The headline: what several places agree on, else the most trusted one.</summary>
    private string FindTitle()
    {
        var headings = _page.Elements("h1").Where(h => h.TextLength is > 0 and < 400).Select(h => HtmlText.Of(h)).Take(10).ToList();
        var head = _page.Elements("title").Select(t => HtmlText.Of(t)).FirstOrDefault(t => t.Length > 0);
        var stated = Plain(_data.StoryText("headline")) ?? Meta("og:title", "twitter:title", "dc.title", "sailthru.title", "title") ?? head;
        var heading = headings.Find(h => Agree(h, stated) || Agree(h, head)) ?? (headings.Count == 1 && headings[0].Length > 20 ? headings[0] : null);
        var title = heading ?? WithoutSite(stated ?? headings.FirstOrDefault() ?? "");
        return title.Length > MaxTitle ? title[..MaxTitle] : title;
    }

    /// <summary>One begins with the other, or they share most of their beginning.</summary>
    private static bool Agree(string heading, string? other)
    {
        var (a, b) = (FoldedText.Letters(heading), FoldedText.Letters(other ?? ""));
        return a.Length > 8 && b.Length > 8 && (b.Contains(a, StringComparison.Ordinal) || a.Contains(b, StringComparison.Ordinal));
    }

    private string WithoutSite(string title)
    {
        foreach (var separator in new[] { " | ", " - ", " – ", " — ", " :: ", " » ", " · ", "｜", " / ", " • " })
        {
            var cut = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (cut > 0 && IsSite(title[(cut + separator.Length)..], separator))
            {
                return WithoutSite(title[..cut].Trim());
            }
        }

        return title;
    }

    private bool IsSite(string tail, string separator)
    {
        var (letters, site) = (FoldedText.Letters(tail), FoldedText.Letters(SiteName ?? ""));
        var host = FoldedText.Letters(Uri.TryCreate(CanonicalUrl, UriKind.Absolute, out var url) ? url.Host : "");
        var isShort = tail.Split(' ').Length <= 4 && !separator.Contains('-', StringComparison.Ordinal) && !separator.Contains('/', StringComparison.Ordinal);
        return letters.Length > 0 && (host.Contains(letters, StringComparison.Ordinal)
            || (site.Length > 0 && (site.Contains(letters, StringComparison.Ordinal) || letters.Contains(site, StringComparison.Ordinal))) || isShort);
    }

    private static string? Plain(string? text) => text is null ? null : HtmlText.ToPlain(text);
}
