using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>parse-feed --jsonl: what the feed reader finds in a file.</summary>
internal static class ParseFeedCommand
{
    public static Command Create() => LineCommand.Create("parse-feed", "Read feeds from files, a JSON line each", Answer);

    private static JsonObject Answer(JsonElement request)
    {
        var answer = new JsonObject { ["id"] = JsonNode.Parse(request.GetProperty("id").GetRawText()) };
        var path = request.GetProperty("path").GetString() ?? "";
        if (!File.Exists(path))
        {
            answer["error"] = "no such file";
            return answer;
        }

        var baseUrl = Uri.TryCreate(Text(request, "baseUrl"), UriKind.Absolute, out var url) ? url : null;
        switch (FeedReader.Read(File.ReadAllBytes(path), Text(request, "contentType"), baseUrl))
        {
            case FeedRead.Document feed:
                answer["feed"] = new JsonObject { ["title"] = feed.Title, ["link"] = feed.Link };
                answer["entries"] = new JsonArray([.. feed.Entries.Select(Entry)]);
                break;
            case FeedRead.NotAFeed no:
                answer["error"] = no.Reason;
                break;
        }

        return answer;
    }

    private static JsonObject Entry(Entry entry) => new()
    {
        ["id"] = entry.Id,
        ["title"] = entry.Title,
        ["link"] = entry.Link,
        ["published"] = Instant(entry.Published),
        ["updated"] = Instant(entry.Updated),
        ["summary"] = entry.Summary,
        ["content"] = entry.Content,
        ["author"] = entry.Author,
        ["categories"] = new JsonArray([.. entry.Categories.Select(c => JsonValue.Create(c))]),
        ["enclosures"] = new JsonArray([.. entry.Enclosures.Select(e => JsonValue.Create(e))]),
    };

    private static string? Instant(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
