using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NewsWatcher.Articles;

namespace NewsWatcher.Cli;

/// <summary>A line of the story protocols: an article as text, which may still hold notices and lists of other stories.</summary>
internal sealed record StoryLine(string Id, string Source, DateTimeOffset? Published, string? Url, Article Article)
{
    private const int ShortestPage = 200;

    public static StoryLine Read(JsonElement request)
    {
        var title = Text(request, "title") ?? "";
        var text = Text(request, "text") ?? "";
        var isDated = DateTimeOffset.TryParse(Text(request, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at);
        var read = Story(title, text);
        var article = new Article { Title = title, Text = read?.Text ?? text, Notices = read?.Notices ?? [], Language = Text(request, "lang") ?? read?.Language };
        return new(request.GetProperty("id").ToString(), Text(request, "source") ?? "", isDated ? at : null, Text(request, "url"), article);
    }

    // The reader of pages tells notices and lists of teasers from the story; a text becomes a page by giving its lines paragraphs.
    private static Article? Story(string title, string text)
    {
        if (text.Length < ShortestPage)
        {
            return null;
        }

        var page = new StringBuilder("<!DOCTYPE html><html><body><article><h1>").Append(WebUtility.HtmlEncode(title)).Append("</h1>");
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            page.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>");
        }

        var bytes = Encoding.UTF8.GetBytes(page.Append("</article></body></html>").ToString());
        return ArticleReader.Read(bytes, "text/html; charset=utf-8", url: null) is ArticleRead.Readable(var article) ? article : null;
    }

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
