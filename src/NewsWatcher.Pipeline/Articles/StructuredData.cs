using System.Text;
using System.Text.Json;
using NewsWatcher.Feeds;
using NewsWatcher.Html;

namespace NewsWatcher.Articles;

/// <summary>The JSON-LD of a page: the object that describes the story, and the others.</summary>
internal sealed class StructuredData
{
    private const int MaxObjects = 2_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };
    private static readonly string[] Wrappers = ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement", "item", "hasPart"];

    private readonly List<JsonElement> _objects = [];

    private StructuredData(HtmlPage page)
    {
        foreach (var script in page.Elements("script"))
        {
            if (Parse(string.Concat(script.Children.Select(c => c.Text))) is { } root)
            {
                Collect(root, 0);
            }
        }

        Story = _objects.Where(IsStory).Select(o => (JsonElement?)o).MaxBy(o => Rank(o!.Value));
    }

    /// <summary>The article object; null when the page has none.</summary>
    public JsonElement? Story { get; }

    public IReadOnlyList<JsonElement> Objects => _objects;

    public static StructuredData Read(HtmlPage page) => new(page);

    /// <summary>A text value of the story object: a string, the name of an object, or the first of several.</summary>
    public string? StoryText(string property) => Story is { } story ? Text(story, property) : null;

    public static string? Text(JsonElement owner, string property) => JsonValues.Member(owner, property) is { } value ? Text(value) : null;

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Plain(JsonValues.Text(value)),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "@value") ?? Text(value, "@id"),
        JsonValueKind.Array => value.EnumerateArray().Select(Text).FirstOrDefault(t => t is not null),
        _ => null,
    };

    /// <summary>The names of one or several persons or organisations.</summary>
    public static IEnumerable<string> Names(JsonElement owner, string property)
    {
        if (JsonValues.Member(owner, property) is not { } value)
        {
            return [];
        }

        var items = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(50)] : new List<JsonElement> { value };
        return items.SelectMany(i => JsonValues.Member(i, "name") is { ValueKind: JsonValueKind.Array } name
            ? name.EnumerateArray().Select(Text)
            : [i.ValueKind == JsonValueKind.Object ? Text(i, "name") : Text(i)]).OfType<string>();
    }

    public static bool HasType(JsonElement value, params ReadOnlySpan<string> endings)
    {
        if (JsonValues.Member(value, "@type") is not { } type)
        {
            return false;
        }

        foreach (var ending in endings)
        {
            if (type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Any(t => EndsWith(t, ending)) : EndsWith(type, ending))
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsWith(JsonElement value, string ending) => JsonValues.Text(value)?.EndsWith(ending, StringComparison.OrdinalIgnoreCase) is true;

    private static bool IsStory(JsonElement value) => HasType(value, "Article", "Posting", "Report", "Review", "Recipe", "OpinionPiece");

    private static int Rank(JsonElement story) =>
        (Text(story, "datePublished") is null ? 0 : 4) + (Text(story, "headline") is null ? 0 : 2) + (HasType(story, "NewsArticle") ? 1 : 0);

    private void Collect(JsonElement value, int depth)
    {
        if (_objects.Count >= MaxObjects || depth > 8)
        {
            return;
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
            {
                Collect(item, depth + 1);
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            _objects.Add(value);
            foreach (var wrapper in Wrappers)
            {
                if (JsonValues.Member(value, wrapper) is { } inner && (wrapper is "@graph" or "mainEntity" or "mainEntityOfPage" || HasType(value, "ItemList", "WebPage")))
                {
                    Collect(inner, depth + 1);
                }
            }
        }
    }

    private static JsonElement? Parse(string json)
    {
        var trimmed = json.Trim().TrimEnd(';');
        if (trimmed.StartsWith("<!--", StringComparison.Ordinal))
        {
            trimmed = trimmed[4..].Replace("-->", "", StringComparison.Ordinal);
        }

        return TryParse(trimmed) ?? TryParse(WithoutControls(trimmed));
    }

    private static JsonElement? TryParse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // Templates paste line breaks and tabs into strings, and escape apostrophes as in JavaScript.
    private static string WithoutControls(string json)
    {
        var clean = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\' || i + 1 >= json.Length || json[i + 1] != '\'')
            {
                clean.Append(char.IsControl(json[i]) ? ' ' : json[i]);
            }
        }

        return clean.ToString();
    }

    private static string? Plain(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
