using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Extraction;
using NewsWatcher.Storage;

namespace NewsWatcher.Outputs;

/// <summary>A captured item as exports give it: what stands now, with what people decided of it.</summary>
internal static class ItemShape
{
    /// <param name="duplicateOf">Address of the item that this one is a copy of; null for none.</param>
    /// <param name="catalog">Has the names of configured parts.</param>
    public static JsonObject Of(ItemDetail detail, string? duplicateOf, Catalog catalog)
    {
        var facts = Standing(detail);
        var item = detail.Item;
        return new()
        {
            ["url"] = item.Url,
            ["feeds"] = FactShapes.Texts(detail.Feeds),
            ["outlet"] = catalog.OutletOf(item.OutletId).Name,
            ["title"] = item.Title,
            ["published"] = UtcText.Iso(item.PublishedAt),
            ["language"] = item.Language,
            ["deals"] = FactShapes.Array(detail.Deals.Where(d => d.Belongs).Select(d => new JsonObject { ["dealId"] = d.DealId, ["score"] = d.Score })),
            ["keywords"] = FactShapes.Texts(facts.OfType<KeywordHit>().Select(k => k.Keyword).Distinct(StringComparer.Ordinal)),
            ["tags"] = FactShapes.Texts(detail.Tags),
            ["storyId"] = item.DevelopmentId?.ToString(CultureInfo.InvariantCulture),
            ["duplicateOf"] = duplicateOf,
            ["origin"] = detail.Origin?.Key,
            ["stage"] = Words.Of(facts.OfType<StageReading>().FirstOrDefault(s => s.IsNews)?.Stage),
            ["amounts"] = FactShapes.Amounts(FactShapes.Once(facts.OfType<Amount>())),
            ["parties"] = FactShapes.Parties(facts.OfType<PartyMention>()),
            ["projects"] = FactShapes.Projects(facts.OfType<ProjectMention>(), PartNames(catalog)),
            ["milestones"] = FactShapes.Milestones(facts.OfType<MilestoneReading>()),
            ["notices"] = FactShapes.Notices(item.Notices),
        };
    }

    /// <summary>Facts of the newest version: corrected where a person did, without those that one rejected.</summary>
    public static IReadOnlyList<Fact> Standing(ItemDetail detail) =>
        [.. detail.Claims.Where(c => c.EndedAt is null).Select(detail.Decided.Standing).OfType<Fact>()];

    private static Dictionary<string, string> PartNames(Catalog catalog) =>
        catalog.Deals.SelectMany(d => d.Parts).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.Name, StringComparer.Ordinal);
}
