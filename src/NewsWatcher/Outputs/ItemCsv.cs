using System.Text.Json.Nodes;

namespace NewsWatcher.Outputs;

/// <summary>Exported items as a table: lists in one cell, separated by "; ".</summary>
internal static class ItemCsv
{
    private static readonly string[] Columns =
    [
        "url", "feeds", "outlet", "title", "published", "language", "deals", "keywords", "tags", "storyId", "duplicateOf", "origin", "stage",
        "amounts", "parties", "projects", "milestones", "notices",
    ];

    public static string Header { get; } = CsvLine.Of(Columns);

    public static string Row(JsonObject item) => CsvLine.Of(Columns.Select(c => Cell(item[c])));

    private static string? Cell(JsonNode? value) => value switch
    {
        null => null,
        JsonArray list => string.Join("; ", list.Select(Cell)),
        JsonObject shape => Text(shape),
        _ => value.ToString(),
    };

    private static string? Text(JsonObject shape) =>
        shape.ContainsKey("dealId") ? Cell(shape["dealId"])
        : shape.ContainsKey("currency") ? $"{Cell(shape["value"]) ?? $"{Cell(shape["min"])}-{Cell(shape["max"])}"} {Cell(shape["currency"])} {Cell(shape["qualifier"])} {Cell(shape["role"])}"
        : shape.ContainsKey("name") ? $"{Cell(shape["name"])} ({Cell(shape["role"])})"
        : shape.ContainsKey("event") ? $"{Cell(shape["date"])} {Cell(shape["event"])}"
        : Cell(shape["kind"]);
}
