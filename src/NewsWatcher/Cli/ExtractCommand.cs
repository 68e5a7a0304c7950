using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Configuration;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>extract --jsonl: every fact of an article, and with --deals what it is to them.</summary>
internal static class ExtractCommand
{
    private static readonly Option<FileInfo?> DealsFile = new("--deals") { Description = "Match the articles with the deals of FILE (the form of deals.json)" };
    private static readonly Option<bool> Generic = new("--generic") { Description = "No deals: tell only whether an article is about one at all" };

    public static Command Create()
    {
        var command = new Command("extract", "Read facts from articles, a JSON line each")
        {
            new Option<bool>("--jsonl") { Description = "One JSON object a line in, one a line out", Required = true },
            LineCommand.Input,
            DealsFile,
            Generic,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        IReadOnlyList<FollowedDeal> deals = [];
        if (parsed.GetValue(DealsFile) is { } file && !parsed.GetValue(Generic))
        {
            var problems = new List<ConfigProblem>();
            deals = DealFile.Read(await File.ReadAllTextAsync(file.FullName, ct), file.Name, problems);
            if (problems.Count > 0)
            {
                await Console.Error.WriteLineAsync(string.Join('\n', problems).AsMemory(), ct);
                return ExitCodes.Usage;
            }
        }

        var matcher = parsed.GetValue(DealsFile) is null || parsed.GetValue(Generic) ? null : new DealMatcher(deals);
        var shape = new FactShape(deals, matcher);
        var extractor = new FactExtractor(deals);
        return await LineCommand.RunAsync(parsed, request => Answer(request, extractor, shape), ct);
    }

    private static JsonObject Answer(JsonElement request, FactExtractor extractor, FactShape shape)
    {
        var article = new Article
        {
            Title = Text(request, "title") ?? "",
            Text = Text(request, "text") ?? "",
            Language = Text(request, "lang") is { Length: > 1 } language && language != "und" ? language.Split('-')[0].ToLowerInvariant() : null,
            SiteName = Text(request, "source"),
            CanonicalUrl = Text(request, "url"),
        };
        DateTimeOffset? published = DateTimeOffset.TryParse(Text(request, "published"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant) ? instant : null;
        var answer = shape.Of(article, extractor.Read(article, published, OutletTier.Unknown));
        answer.Insert(0, "id", request.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null);
        return answer;
    }

    private static string? Text(JsonElement request, string name) =>
        request.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
