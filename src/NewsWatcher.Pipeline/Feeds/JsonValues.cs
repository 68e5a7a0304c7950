using System.Text.Json;

namespace NewsWatcher.Feeds;

/// <summary>Values of JSON from outside, where a name or a text may hold half a character: no text that anything could hold.</summary>
internal static class JsonValues
{
    public static JsonElement? Member(JsonElement owner, string name)
    {
        try
        {
            return owner.ValueKind == JsonValueKind.Object && owner.TryGetProperty(name, out var value) ? value : null;
        }
        catch (InvalidOperationException)
        {
            // One of the names beside it; which of them was meant is anybody's guess.
            return null;
        }
    }

    /// <summary>Null for what is no string, too.</summary>
    public static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
