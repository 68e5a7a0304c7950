using System.Text.Json.Nodes;
using NewsWatcher.Storage;

namespace NewsWatcher.Outputs;

/// <summary>Everything known of an item: what exports give, and with each fact its evidence and what became of it.</summary>
internal static class ItemDetailShape
{
    public static JsonObject Of(ItemDetail detail, IReadOnlyList<ItemVersion> versions, string? duplicateOf, Catalog catalog)
    {
        var shape = ItemShape.Of(detail, duplicateOf, catalog);
        shape.Insert(0, "id", detail.Item.Id);
        shape["firstSeen"] = UtcText.Iso(detail.Item.FirstSeenAt);
        shape["suppliedBy"] = detail.Item.SuppliedBy;
        shape["byline"] = detail.Item.Byline;
        shape["reading"] = detail.Item.Reading;
        shape["reason"] = detail.Item.ReadingReason;
        shape["quarantined"] = detail.Item.IsQuarantined;
        shape["originWhy"] = detail.Origin?.Why;
        shape["originCounts"] = detail.Origin?.Counts;
        shape["matches"] = FactShapes.Array(detail.Deals.Select(MatchShape.Of));
        shape["claims"] = FactShapes.Array(detail.Claims.Select(c =>
        {
            var claim = EvidenceShape.Of(c.Fact);
            claim.Insert(0, "key", c.Key);
            claim["recorded"] = UtcText.Iso(c.RecordedAt);
            claim["ended"] = UtcText.Iso(c.EndedAt);
            claim["decision"] = detail.Decided.On(c.Key)?.Kind;
            return claim;
        }));
        shape["versions"] = FactShapes.Array(versions.Select(v => new JsonObject
        {
            ["number"] = v.Number, ["recorded"] = UtcText.Iso(v.RecordedAt), ["fromPage"] = v.FromPage, ["title"] = v.Title,
        }));
        shape["notes"] = FactShapes.Array(detail.Notes.Select(n => new JsonObject { ["at"] = UtcText.Iso(n.At), ["actor"] = n.Actor, ["text"] = n.Text }));
        return shape;
    }
}
