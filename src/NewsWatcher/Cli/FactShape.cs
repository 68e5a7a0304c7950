using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;

namespace NewsWatcher.Cli;

/// <summary>How extract writes the facts of an article.</summary>
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
            ["deals"] = new JsonArray([.. (matches ?? []).Select(m => new JsonObject { ["dealId"] = m.DealId, ["score"] = Math.Round(m.Score, 4) })]),
            ["isDeal"] = facts.IsDeal || matches is { Count: > 0 },
            ["stage"] = Word(facts.NewsStage),
            ["amounts"] = List(matches is null ? facts.Amounts : Once(facts.Amounts), Amount),
            ["parties"] = List(facts.Parties.Where(Concerns).DistinctBy(p => (p.KnownAs ?? p.Name, p.Role)), Party),
            ["projects"] = List(facts.Projects.Where(Concerns), p => JsonValue.Create(p.PartId is { } id ? _parts[id].Name : p.Name)),
            ["milestones"] = List(facts.Milestones.Where(Concerns), Milestone),
            ["keywords"] = List(facts.Keywords.Where(Concerns).Select(k => k.Keyword).Distinct(StringComparer.Ordinal), k => JsonValue.Create(k)),
        };
    }

    /// <summary>A sum that an article repeats is one sum: the mention that says what it is to a deal, the text's before the title's.</summary>
    private static IEnumerable<Amount> Once(IReadOnlyList<Amount> amounts) => amounts
        .GroupBy(a => (a.Value, a.Min, a.Max, a.Currency))
        .Select(g => g.OrderBy(a => a.Role > AmountRole.Spent).ThenBy(a => a.Evidence.InTitle).First());

    private static JsonArray List<T>(IEnumerable<T> facts, Func<T, JsonNode?> shape) => new([.. facts.Select(shape)]);

    private static JsonObject Amount(Amount amount)
    {
        var shape = new JsonObject
        {
            ["text"] = amount.Text,
            ["start"] = amount.Evidence.Start,
            ["end"] = amount.Evidence.End,
            ["value"] = amount.Value,
            ["min"] = amount.Min,
            ["max"] = amount.Max,
            ["currency"] = amount.Currency,
            ["qualifier"] = Word(amount.Qualifier),
            ["role"] = Word(amount.Role),
        };
        if (amount.Evidence.InTitle)
        {
            shape["in"] = "title";
        }

        return shape;
    }

    private static JsonObject Party(PartyMention party) => new()
    {
        ["name"] = party.KnownAs ?? party.Name,
        ["printed"] = party.Name,
        ["role"] = Word(party.Role),
        ["strength"] = Word(party.Strength),
        ["part"] = party.PartId,
    };

    private static JsonObject Milestone(MilestoneReading milestone) => new()
    {
        ["event"] = milestone.Event,
        ["date"] = milestone.Date.ToString(),
        ["outcome"] = Word(milestone.Outcome),
        ["milestone"] = milestone.MilestoneId,
    };

    private static string? Word<T>(T? value)
        where T : struct, Enum => value is { } word ? JsonNamingPolicy.CamelCase.ConvertName(word.ToString()) : null;

    private static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
