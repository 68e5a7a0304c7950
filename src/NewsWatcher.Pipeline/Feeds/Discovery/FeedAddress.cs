using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds.Discovery;

/// <summary>What the spelling of an address tells about a feed behind it.</summary>
internal static class FeedAddress
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "rss", "rss2", "feed", "feeds", "atom", "rdf", "rss.xml", "feed.xml", "atom.xml", "index.xml", "index.rdf", "feed.json", "rss.json", "rss.php", "feed.php", "rss.aspx", "rss.asp", "rss.html", "rss.htm",
    };

    private static readonly string[] Endings = [".rss", ".rdf", ".atom", ".rss.xml", ".atom.xml"];
    private static readonly string[] Words = ["rss", "atom", "feed", "feeds", "rdf"];
    private static readonly HashSet<string> Comments = [.. FeedWords.Read("comments").SelectMany(w => w)];

    /// <summary>An address that a page, header or file gives; null for what nobody would fetch.</summary>
    public static Uri? Read(string? written, Uri baseUrl)
    {
        var text = Web(written?.Trim());
        if (FeedUrl.Absolute(text, baseUrl) is not { } absolute || !Uri.TryCreate(absolute, UriKind.Absolute, out var url) || WebAddress.Refusal(url) is not null)
        {
            return null;
        }

        return url.Fragment.Length > 0 ? new UriBuilder(url) { Fragment = "" }.Uri : url;
    }

    /// <summary>"feed:https://…" and "feed://…", which some sites write for readers of old, as addresses of the web.</summary>
    public static string? Web(string? text) =>
        text is null || !text.StartsWith("feed:", StringComparison.OrdinalIgnoreCase) ? text
            : FeedUrl.IsWeb(text[5..]) ? text[5..]
            : text.StartsWith("feed://", StringComparison.OrdinalIgnoreCase) ? "https:" + text[5..] : text;

    public static bool LooksLikeFeed(Uri url)
    {
        var path = url.AbsolutePath.ToLowerInvariant();
        // Services that subscribe for their readers carry the feed's address in their own.
        if (IsCarrier(path) || IsCarrier(url.Query))
        {
            return false;
        }

        var last = path.TrimEnd('/')[(path.TrimEnd('/').LastIndexOf('/') + 1)..];
        return Names.Contains(last)
            || Endings.Any(e => last.EndsWith(e, StringComparison.Ordinal))
            || (last.EndsWith(".xml", StringComparison.Ordinal) && WordsOf($"{WebAddress.Host(url)}{path}").Any(Words.Contains))
            || url.Query.TrimStart('?').Split('&').Any(IsFeedQuery);
    }

    /// <summary>Whether it carries what readers write below the stories.</summary>
    public static bool IsOfComments(Uri url, string? title) =>
        WordsOf(Uri.UnescapeDataString(url.PathAndQuery)).Any(Comments.Contains) || (title is not null && Comments.Contains(WordsOf(title).FirstOrDefault() ?? ""));

    private static bool IsCarrier(string text) => text.Contains("://", StringComparison.Ordinal) || text.Contains("%3a%2f%2f", StringComparison.OrdinalIgnoreCase);

    private static bool IsFeedQuery(string pair)
    {
        var (name, value) = pair.Split('=', 2) is [var n, var v] ? (n.ToLowerInvariant(), v.ToLowerInvariant()) : ("", "");
        return value is "rss" or "rss2" or "atom" || (name is "feed" && value is "feed" or "rdf");
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == text.Length || !char.IsLetterOrDigit(text[i]))
            {
                if (i > start)
                {
                    yield return text[start..i].ToLowerInvariant();
                }

                start = i + 1;
            }
        }
    }
}
