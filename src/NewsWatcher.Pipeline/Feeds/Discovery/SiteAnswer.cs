using System.Buffers;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds.Discovery;

/// <summary>What an address of a site answered with, to somebody who looks for feeds.</summary>
internal abstract record SiteAnswer
{
    private static readonly SearchValues<char> EndsOfNames = SearchValues.Create(" \t\r\n/>");

    private SiteAnswer()
    {
    }

    public sealed record Feed(FeedKind Kind, FeedRead.Document Document) : SiteAnswer;

    /// <summary>A page, with what it names: the surest first.</summary>
    public sealed record Page(IReadOnlyList<FeedCandidate> Named) : SiteAnswer;

    public sealed record SitemapIndex(IReadOnlyList<Uri> Listed) : SiteAnswer;

    public sealed record Other(string Reason) : SiteAnswer;

    public static SiteAnswer Of(byte[] body, string? contentType, Uri url)
    {
        if (body.Length > FeedReader.MaxChars)
        {
            return new Other("larger than 16 MiB");
        }

        var text = Charsets.Decode(body, contentType);
        text = text[DocumentStart.In(text)..];
        return FeedReader.Read(text, url, new()) switch
        {
            FeedRead.NotAFeed { Sitemaps: { Count: > 0 } listed } => new SitemapIndex([.. listed.Select(l => FeedAddress.Read(l, url)).OfType<Uri>()]),
            FeedRead.Document document when KindOf(text) is var kind => kind == FeedKind.NewsSitemap && document.Entries.Count == 0 ? new Other("a sitemap without news") : new Feed(kind, document),
            FeedRead.NotAFeed(var reason) => IsPage(text, contentType) ? new Page(PageFeeds.Of(HtmlPage.Parse(text), url)) : new Other(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static FeedKind KindOf(string text)
    {
        if (text[0] is '{' or '[')
        {
            return FeedKind.JsonFeed;
        }

        for (var at = text.IndexOf('<', 0); at >= 0 && at + 1 < text.Length; at = text.IndexOf('<', at + 1))
        {
            if (char.IsAsciiLetter(text[at + 1]))
            {
                var end = text.AsSpan(at + 1).IndexOfAny(EndsOfNames);
                var name = end < 0 ? "" : text.Substring(at + 1, end);
                return name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].ToLowerInvariant() switch
                {
                    "feed" or "entry" => FeedKind.Atom,
                    "urlset" => FeedKind.NewsSitemap,
                    _ => FeedKind.Rss,
                };
            }
        }

        return FeedKind.Rss;
    }

    private static bool IsPage(string text, string? contentType) => contentType?.Contains("html", StringComparison.OrdinalIgnoreCase) is true
        || text.AsSpan(0, Math.Min(text.Length, 4096)).Contains("<html", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase);
}
