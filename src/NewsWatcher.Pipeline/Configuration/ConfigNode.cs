using System.Text.Json;

namespace NewsWatcher.Configuration;

/// <summary>A JSON value that knows its line, so that a problem can be told where it stands.</summary>
public sealed record ConfigNode(JsonValueKind Kind, int Line)
{
    /// <summary>The text of a string, the literal of a number.</summary>
    public string Text { get; init; } = "";

    public IReadOnlyList<ConfigNode> Items { get; init; } = [];

    public IReadOnlyDictionary<string, ConfigNode> Members { get; init; } = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);

    public ConfigNode? this[string name] => Members.GetValueOrDefault(name);
}
