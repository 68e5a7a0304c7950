using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>How extract writes the facts of an article: the shapes of exports, with what only a reader of single articles needs.</summary>
/// <param name="matcher">Null where no deals were given: then every fact is written.</param>
internal sealed class FactShape(IReadOnlyList<FollowedDeal> deals, DealMatcher? matcher)
{
    private readonly Dictionary<string, FollowedPart> _parts = deals.SelectMany(d => d.Parts).ToDictionary(p => p.Id, StringComparer.Ordinal);

    public JsonObject Of(Article article, ArticleFacts facts)
    {
        var matches = matcher?.Match(article, facts).Where(m => m.Belongs).ToList();
        bool Concerns(Fact fact) => matches is null || fact.PartId is null || matches.Exists(m => m.DealId == fact.PartId.Split('/')[0]);
        return new()
        {
            ["deals"] = FactShapes.Array((matches ?? []).Select(m => new JsonObject { ["dealId"] = m.DealId, ["score"] = Math.Round(m.Score, 4) })),
            ["isDeal"] = facts.IsDeal || matches is { Count: > 0 },
            ["stage"] = Words.Of(facts.NewsStage),
            ["amounts"] = FactShapes.Amounts(matches is null ? facts.Amounts : FactShapes.Once(facts.Amounts)),
            ["parties"] = FactShapes.Array(facts.Parties.Where(Concerns).DistinctBy(p => (p.KnownAs ?? p.Name, p.Role)).Select(Party)),
            ["projects"] = FactShapes.Texts(facts.Projects.Where(Concerns).Select(p => p.PartId is { } id ? _parts[id].Name : p.Name)),
            ["milestones"] = FactShapes.Array(facts.Milestones.Where(Concerns).Select(Milestone)),
            ["keywords"] = FactShapes.Texts(facts.Keywords.Where(Concerns).Select(k => k.Keyword).Distinct(StringComparer.Ordinal)),
        };
    }

    private static JsonObject Party(PartyMention party) => new()
    {
        ["name"] = party.KnownAs ?? party.Name,
        ["printed"] = party.Name,
        ["role"] = Words.Of(party.Role),
        ["strength"] = Words.Of(party.Strength),
        ["part"] = party.PartId,
    };

    private static JsonObject Milestone(MilestoneReading milestone) => new()
    {
        ["event"] = milestone.Event,
        ["date"] = milestone.Date.ToString(),
        ["outcome"] = Words.Of(milestone.Outcome),
        ["milestone"] = milestone.MilestoneId,
    };
}
