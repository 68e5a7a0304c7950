using System.Text.Json.Nodes;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>A followed deal in the shape of deals.json, so that what is printed can be read again.</summary>
internal static class DealShape
{
    public static JsonObject Of(FollowedDeal deal)
    {
        var shape = Part(deal.Root);
        Add(shape, "watch", deal.Watch.Select(Party));
        Add(shape, "milestones", deal.Milestones.Select(m => Named(new JsonObject { ["id"] = m.Id, ["name"] = m.Name }, m.Aliases)));
        Add(shape, "lookalikes", deal.Lookalikes);
        if (deal.Search)
        {
            shape["search"] = true;
        }

        return shape;
    }

    private static JsonObject Part(FollowedPart part)
    {
        var shape = Named(new JsonObject { ["id"] = part.Id[(part.Id.LastIndexOf('/') + 1)..], ["name"] = part.Name, ["kind"] = Words.Of(part.Kind) }, part.Aliases);
        Add(shape, "keywords", part.Keywords);
        if (part.Headline is { } total)
        {
            shape["headline"] = new JsonObject { ["value"] = FactShapes.Number(total.Value), ["currency"] = total.Currency, ["qualifier"] = Words.Of(total.Qualifier) };
        }

        Add(shape, "parties", part.Parties.Select(Party));
        Add(shape, "parts", part.Parts.Select(Part));
        return shape;
    }

    private static JsonObject Party(FollowedParty party)
    {
        var shape = new JsonObject { ["name"] = party.Name };
        if (party.Role is { } role)
        {
            shape["role"] = Words.Of(role);
        }

        return Named(shape, party.Aliases);
    }

    private static JsonObject Named(JsonObject shape, IReadOnlyList<string> aliases)
    {
        Add(shape, "aliases", aliases);
        return shape;
    }

    private static void Add(JsonObject shape, string name, IEnumerable<string> texts)
    {
        if (FactShapes.Texts(texts) is { Count: > 0 } list)
        {
            shape[name] = list;
        }
    }

    private static void Add(JsonObject shape, string name, IEnumerable<JsonObject> shapes)
    {
        if (FactShapes.Array(shapes) is { Count: > 0 } list)
        {
            shape[name] = list;
        }
    }
}
