using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;

namespace NewsWatcher.Cli;

/// <summary>read --jsonl: what the article reader finds in pages on disk.</summary>
internal static class ReadCommand
{
    public static Command Create() => LineCommand.Create("read", "Read articles from pages, a JSON line each", Answer);

    private static JsonObject Answer(JsonElement request)
    {
        var id = request.GetProperty("id").GetString();
        var path = request.GetProperty("path").GetString() ?? "";
        var address = request.TryGetProperty("url", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString() : null;
        if (!File.Exists(path))
        {
            return new JsonObject { ["id"] = id, ["error"] = "no such file" };
        }

        var url = Uri.TryCreate(address, UriKind.Absolute, out var parsed) ? parsed : null;
        return ArticleReader.Read(File.ReadAllBytes(path), contentType: null, url) switch
        {
            ArticleRead.Readable(var article) => Shape(id, article),
            ArticleRead.Unreadable(var reason) => new JsonObject { ["id"] = id, ["error"] = reason },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static JsonObject Shape(string? id, Article article) => new()
    {
        ["id"] = id,
        ["title"] = article.Title,
        ["text"] = article.Text,
        ["published"] = article.Published?.ToString(),
        ["updated"] = article.Updated?.ToString(),
        ["byline"] = article.Byline,
        ["siteName"] = article.SiteName,
        ["canonicalUrl"] = article.CanonicalUrl,
        ["language"] = article.Language,
        ["description"] = article.Description,
        ["paywalled"] = article.Notices.Any(n => n.Kind == NoticeKind.Paywalled),
        ["notices"] = new JsonArray([.. article.Notices.Select(n => JsonSerializer.SerializeToNode(n, JsonShapes.Lines))]),
    };
}
