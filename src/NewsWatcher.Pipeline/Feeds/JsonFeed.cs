using System.Text;
using System.Text.Json;

namespace NewsWatcher.Feeds;

/// <summary>Reads JSON Feed 1.x.</summary>
internal static class JsonFeed
{
    private static readonly JsonDocumentOptions Options = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    // A value takes twelve bytes beside its text, and twice that while room is made for the next.
    private const int MaxValues = 1_000_000;

    public static FeedRead Read(ReadOnlyMemory<char> text, Uri? baseUrl, ReadingTime time)
    {
        try
        {
            var bytes = new byte[Encoding.UTF8.GetByteCount(text.Span)];
            Encoding.UTF8.GetBytes(text.Span, bytes);
            if (HasTooMany(bytes))
            {
                return new FeedRead.NotAFeed("JSON of more values than a feed has");
            }

            using var document = JsonDocument.Parse(bytes, Options);
            var root = document.RootElement;
            var isFeed = root.ValueKind == JsonValueKind.Object
                && (Text(root, "version")?.Contains("jsonfeed.org", StringComparison.OrdinalIgnoreCase) is true || Array(root, "items").Any());
            if (!isFeed)
            {
                return new FeedRead.NotAFeed("JSON that is no JSON Feed");
            }

            var items = Array(root, "items").TakeWhile(_ => !time.IsSpent()).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(i, baseUrl)).ToList();
            return time.IsSpent() ? new FeedRead.NotAFeed(ReadingTime.Told)
                : new FeedRead.Document(Text(root, "title") is { } t ? PlainText.Cut(PlainText.OfHtml(t), EntryReader.MaxTitle) : null, FeedUrl.Absolute(Text(root, "home_page_url"), baseUrl), items, null, null)
                {
                    Language = Text(root, "language"),
                };
        }
        catch (JsonException)
        {
            return new FeedRead.NotAFeed("damaged JSON");
        }
    }

    private static bool HasTooMany(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
        var values = 0;
        while (values <= MaxValues && reader.Read())
        {
            values++;
        }

        return values > MaxValues;
    }

    private static Entry Item(JsonElement item, Uri? baseUrl)
    {
        var id = Text(item, "id");
        var link = FeedUrl.Absolute(Text(item, "url"), baseUrl) ?? FeedUrl.Absolute(Text(item, "external_url"), baseUrl) ?? (FeedUrl.IsWeb(id) ? id : null);
        var html = Text(item, "content_html") ?? (Text(item, "content_text") is { } plain ? PlainText.Escaped(plain) : null);
        return new Entry
        {
            Id = id is { Length: > EntryKey.MaxIdChars } ? EntryKey.Hashed(id) : id,
            Title = PlainText.Cut(PlainText.OfHtml(Text(item, "title") ?? ""), EntryReader.MaxTitle),
            Link = link,
            Published = FeedDate.Read(Text(item, "date_published")),
            Updated = FeedDate.Read(Text(item, "date_modified")),
            Summary = Text(item, "summary") is { } summary ? PlainText.Cut(PlainText.Escaped(summary), EntryReader.MaxContent) : null,
            Content = html is null ? null : PlainText.Cut(HtmlLinks.Absolute(html, baseUrl), EntryReader.MaxContent),
            Author = Authors(item),
            Categories = [.. Array(item, "tags").Select(Text).OfType<string>().Take(EntryReader.MaxCategories)],
            Enclosures = [.. Array(item, "attachments").Select(a => FeedUrl.Absolute(Text(a, "url"), baseUrl)).OfType<string>()],
        };
    }

    private static string? Authors(JsonElement item)
    {
        var authors = Array(item, "authors").Select(a => Text(a, "name"));
        var author = JsonValues.Member(item, "author") is { } one ? Text(one, "name") ?? Text(one) : null;
        var names = string.Join(", ", authors.Append(author).OfType<string>().Where(n => n.Length > 0).Distinct(StringComparer.Ordinal));
        return names.Length == 0 ? null : PlainText.Cut(names, EntryReader.MaxAuthor);
    }

    private static IEnumerable<JsonElement> Array(JsonElement parent, string name) =>
        JsonValues.Member(parent, name) is { ValueKind: JsonValueKind.Array } value ? value.EnumerateArray() : [];

    private static string? Text(JsonElement parent, string name) => JsonValues.Member(parent, name) is { } value ? Text(value) : null;

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.Number ? value.GetRawText() : JsonValues.Text(value);
}
