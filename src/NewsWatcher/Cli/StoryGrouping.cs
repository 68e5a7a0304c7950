using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;

namespace NewsWatcher.Cli;

/// <summary>The state of one run of group: every line is placed by what came before it. Each distinct source is an outlet of its own.</summary>
internal sealed class StoryGrouping(IReadOnlyList<FollowedDeal> deals)
{
    private readonly FactExtractor _extractor = new(deals);
    private readonly DealMatcher _matcher = new(deals);
    private readonly Developments _developments = new();
    private readonly List<(string Name, StoryItem Item, ReportedItem Report, long Development)> _placed = [];
    private readonly Dictionary<string, Outlet> _outlets = new(StringComparer.Ordinal);

    public JsonNode Answer(JsonElement request)
    {
        var line = StoryLine.Read(request);
        var id = _placed.Count + 1;
        var facts = _extractor.Read(line.Article, line.Published, OutletTier.Major);
        var matches = _matcher.Match(line.Article, facts).Where(m => m.Belongs).ToList();
        var item = new StoryItem(
            id, line.Article.Title, line.Article.Text, line.Article.Language, line.Published, line.Source, line.Article.IsAiGenerated, [.. matches.Select(m => m.DealId)], facts);
        var place = _developments.Place(item);
        var development = place.Development ?? id;
        _developments.Remember(item, development);
        _placed.Add((line.Id, item, Report(line, id), development));

        var answer = new JsonObject { ["id"] = JsonNode.Parse(request.GetProperty("id").GetRawText()), ["storyId"] = Story(development) };
        if (place.CopyOf is { } root)
        {
            answer["duplicateOf"] = _placed[(int)root - 1].Name;
        }

        answer["deals"] = new JsonArray([.. matches.Select(m => new JsonObject { ["dealId"] = m.DealId, ["score"] = m.Score })]);
        return answer;
    }

    public IEnumerable<JsonObject> Summaries()
    {
        var origins = OriginTracer.Trace([.. _placed.Select(p => p.Report)], new OutletCatalog([.. _outlets.Values]));
        foreach (var story in _placed.GroupBy(p => p.Development))
        {
            var summary = StorySummary.Of([.. story.Select(p => p.Item)], origins);
            yield return new JsonObject
            {
                ["kind"] = "story",
                ["storyId"] = Story(story.Key),
                ["items"] = new JsonArray([.. story.Select(p => JsonValue.Create(p.Name))]),
                ["independentSources"] = summary.IndependentSources,
                ["amountConflict"] = summary.AmountConflict,
                ["stage"] = JsonSerializer.SerializeToNode(summary.Stage, JsonShapes.Lines),
            };
        }
    }

    private static string Story(long development) => "s" + development.ToString(CultureInfo.InvariantCulture);

    private ReportedItem Report(StoryLine line, long id)
    {
        if (!_outlets.TryGetValue(line.Source, out var outlet))
        {
            var key = $"source-{_outlets.Count + 1}";
            _outlets[line.Source] = outlet = new Outlet { Id = key, Name = line.Source, Family = key, Tier = OutletTier.Major };
        }

        return new ReportedItem
        {
            Id = id, Url = line.Url ?? "", Title = line.Article.Title, Text = line.Article.Text, Language = line.Article.Language, Outlet = outlet,
            ReportedAt = line.Published ?? DateTimeOffset.UnixEpoch.AddSeconds(id), IsAiGenerated = line.Article.IsAiGenerated,
        };
    }
}
