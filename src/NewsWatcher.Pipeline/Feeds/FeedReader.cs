using System.Globalization;
using NewsWatcher.Html;

namespace NewsWatcher.Feeds;

/// <summary>Reads a feed of any kind from the bytes of a body, and as much of a damaged one as can be read.</summary>
public static class FeedReader
{
    /// <summary>Most bytes of a body, and most characters of its text.</summary>
    public const int MaxChars = 16 * 1024 * 1024;

    /// <param name="contentType">The Content-Type header as received, for its charset alone: publishers name any type.</param>
    /// <param name="baseUrl">Where the body came from; null leaves relative addresses relative.</param>
    public static FeedRead Read(byte[] body, string? contentType, Uri? baseUrl)
    {
        if (body.Length > MaxChars)
        {
            return new FeedRead.NotAFeed("larger than 16 MiB");
        }

        var text = Charsets.Decode(body, contentType).TrimStart('\uFEFF', ' ', '\t', '\r', '\n', '\0');
        return text switch
        {
            "" => new FeedRead.NotAFeed("an empty body"),
            ['{' or '[', ..] => JsonFeed.Read(text, baseUrl),
            _ => text.Contains('<', StringComparison.Ordinal) ? Xml(text, baseUrl) : new FeedRead.NotAFeed("plain text"),
        };
    }

    private static FeedRead Xml(string text, Uri? baseUrl)
    {
        var tree = new FeedTree();
        string? damage = null;
        if (!StrictXml.TryRead(Undeclared(text), tree))
        {
            tree = new FeedTree();
            damage = LooseXml.Read(text, tree);
        }

        if (FeedShape.Of(tree.Document, out var reason) is not { } shaped)
        {
            return new FeedRead.NotAFeed(reason);
        }

        var feed = FeedDocument.Of(shaped);
        var head = new FeedNodes(feed.Head);
        return new FeedRead.Document(EntryReader.Title(head), FeedLinks.Page(head, baseUrl), [.. feed.Entries.Select(e => new EntryReader(e, baseUrl).Read())], Ttl(head), damage);
    }

    // The text is decoded already: what its declaration says of version and encoding is of no use any more.
    internal static string Undeclared(string text)
    {
        var end = text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) ? text.IndexOf("?>", StringComparison.Ordinal) : -1;
        return end < 0 ? text : text[(end + 2)..].TrimStart();
    }

    private static TimeSpan? Ttl(FeedNodes head)
    {
        if (int.TryParse(head.Text("ttl"), NumberStyles.None, CultureInfo.InvariantCulture, out var minutes) && minutes is > 0 and < 100_000)
        {
            return TimeSpan.FromMinutes(minutes);
        }

        var period = head.Text("sy:updateperiod")?.ToLowerInvariant() switch
        {
            "hourly" => TimeSpan.FromHours(1),
            "daily" => TimeSpan.FromDays(1),
            "weekly" => TimeSpan.FromDays(7),
            "monthly" => TimeSpan.FromDays(30),
            "yearly" => TimeSpan.FromDays(365),
            _ => (TimeSpan?)null,
        };
        var often = int.TryParse(head.Text("sy:updatefrequency"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and < 10_000 ? count : 1;
        return period / often;
    }
}
