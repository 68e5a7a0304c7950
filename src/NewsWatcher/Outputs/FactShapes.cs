using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;

namespace NewsWatcher.Outputs;

/// <summary>Facts in the shapes of the extract protocol. Offsets are half-open UTF-16 spans of the text; a fact of the title carries "in": "title".</summary>
internal static class FactShapes
{
    public static JsonArray Amounts(IEnumerable<Amount> amounts) => Array(amounts.Select(Amount));

    public static JsonObject Amount(Amount amount)
    {
        var shape = new JsonObject
        {
            ["text"] = amount.Text,
            ["start"] = amount.Evidence.Start,
            ["end"] = amount.Evidence.End,
            ["value"] = Number(amount.Value),
            ["min"] = Number(amount.Min),
            ["max"] = Number(amount.Max),
            ["currency"] = amount.Currency,
            ["qualifier"] = Words.Of(amount.Qualifier),
            ["role"] = Words.Of(amount.Role),
        };
        if (amount.Evidence.InTitle)
        {
            shape["in"] = "title";
        }

        return shape;
    }

    /// <summary>A sum that an article repeats is one sum: the mention that says what it is to a deal, the text's before the title's.</summary>
    public static IEnumerable<Amount> Once(IEnumerable<Amount> amounts) => amounts
        .GroupBy(a => (a.Value, a.Min, a.Max, a.Currency))
        .Select(g => g.OrderBy(a => a.Role > AmountRole.Spent).ThenBy(a => a.Evidence.InTitle).First());

    /// <summary>Those with a part in a deal, each once; names that are only mentioned have none.</summary>
    public static JsonArray Parties(IEnumerable<PartyMention> parties) => Array(parties
        .Where(p => p.Role is not null)
        .DistinctBy(p => (p.KnownAs ?? p.Name, p.Role))
        .Select(p => new JsonObject { ["name"] = p.KnownAs ?? p.Name, ["role"] = Words.Of(p.Role) }));

    /// <param name="partNames">Names of configured parts by id: a configured project goes by its own name, whatever the text calls it.</param>
    public static JsonArray Projects(IEnumerable<ProjectMention> projects, IReadOnlyDictionary<string, string> partNames) =>
        Texts(projects.Select(p => p.PartId is { } id && partNames.TryGetValue(id, out var name) ? name : p.Name).Distinct(StringComparer.Ordinal));

    public static JsonArray Milestones(IEnumerable<MilestoneReading> milestones) => Array(milestones
        .DistinctBy(m => (m.MilestoneId ?? m.Event, m.Date))
        .Select(m => new JsonObject { ["event"] = m.Event, ["date"] = m.Date.ToString() }));

    public static JsonArray Notices(IEnumerable<Notice> notices) => Array(notices.Select(n => new JsonObject { ["kind"] = Words.Of(n.Kind), ["text"] = n.Text }));

    public static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(t => (JsonNode?)JsonValue.Create(t))]);

    public static JsonArray Array(IEnumerable<JsonObject> shapes) => new([.. shapes]);

    /// <summary>Exact, without trailing zeros.</summary>
    public static JsonNode? Number(decimal? value) =>
        value is { } known ? JsonValue.Create(decimal.Parse(Extraction.Amount.Canonical(known), NumberStyles.Float, CultureInfo.InvariantCulture)) : null;
}
