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
    public static FeedRead Read(byte[] body, string? contentType, Uri? baseUrl) => Read(body, contentType, baseUrl, new());

    internal static FeedRead Read(byte[] body, string? contentType, Uri? baseUrl, ReadingTime time) =>
        body.Length > MaxChars ? new FeedRead.NotAFeed("larger than 16 MiB") : Read(Charsets.Decode(body, contentType), baseUrl, time);

    /// <summary>As above, of a body that is decoded already.</summary>
    internal static FeedRead Read(string text, Uri? baseUrl, ReadingTime time)
    {
        baseUrl = FeedUrl.AsBase(baseUrl);
        var start = DocumentStart.In(text);
        return start == text.Length ? new FeedRead.NotAFeed("an empty body") : text[start] switch
        {
            '{' or '[' => JsonFeed.Read(text.AsMemory(start), baseUrl, time),
            _ => text.Contains('<', StringComparison.Ordinal) ? Xml(text, start, baseUrl, time) : new FeedRead.NotAFeed("plain text"),
        };
    }

    private static FeedRead Xml(string text, int start, Uri? baseUrl, ReadingTime time)
    {
        var tree = new FeedTree(time);
        string? damage = null;
        if (!XmlPrescan.IsModest(text.AsSpan(start)) || !StrictXml.TryRead(Undeclared(text, start), tree))
        {
            tree = new FeedTree(time);
            damage = LooseXml.Read(text, start, tree);
        }

        if (FeedShape.Of(tree.Document, out var reason) is not { } shape)
        {
            return new FeedRead.NotAFeed(time.IsSpent() ? ReadingTime.Told : reason) { Sitemaps = SitemapShape.Listed(tree.Document, baseUrl) };
        }

        var head = new FeedNodes(shape.Head);
        var entries = FeedDocument.Entries(shape).TakeWhile(_ => !time.IsSpent()).Select(e => new EntryReader(e, baseUrl).Read()).ToList();
        return time.IsSpent() ? new FeedRead.NotAFeed(ReadingTime.Told) : new FeedRead.Document(EntryReader.Title(head), FeedLinks.Page(head, baseUrl), entries, Ttl(head), damage)
        {
            Language = head.Text("language", "dc:language") ?? shape.Head.Attribute(System.Xml.Linq.XNamespace.Xml + "lang")?.Value.Trim(),
            Id = head.Text("id") is { } id ? PlainText.Cut(id, EntryReader.MaxTitle) : null,
            Times = PublishingTimes.Of(head),
        };
    }

    /// <summary>The document behind its declaration: the text is decoded already, what is said of version and encoding is of no use any more.</summary>
    internal static StringReader Undeclared(string text, int start)
    {
        if (text.AsSpan(start).StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && text.IndexOf("?>", start, StringComparison.Ordinal) is > 0 and var end)
        {
            start = DocumentStart.In(text, end + 2);
        }

        // Not a copy of the rest: a text may be half of what there is room for.
        var reader = new StringReader(text);
        for (var i = 0; i < start; i++)
        {
            _ = reader.Read();
        }

        return reader;
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
