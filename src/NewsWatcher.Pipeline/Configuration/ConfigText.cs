using System.Text;
using System.Text.Json;

namespace NewsWatcher.Configuration;

/// <summary>Reads JSON with comments and trailing commas into nodes with line numbers.</summary>
public static class ConfigText
{
    /// <summary>The tree, or null and one problem when the text is no JSON.</summary>
    public static ConfigNode? Parse(string text, string file, ICollection<ConfigProblem> problems)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 });
        try
        {
            reader.Read();
            var root = Node(ref reader, bytes, new LineCounter());
            while (reader.Read())
            {
                // Reading on finds what stands behind the root value.
            }

            return root;
        }
        catch (JsonException e)
        {
            problems.Add(new(file, (int)(e.LineNumber ?? 0) + 1, "is not JSON: " + Sentence(e.Message)));
            return null;
        }
        catch (InvalidOperationException)
        {
            problems.Add(new(file, 0, "holds text that is no valid Unicode"));
            return null;
        }
    }

    private static ConfigNode Node(ref Utf8JsonReader reader, byte[] bytes, LineCounter lines)
    {
        var line = lines.At(bytes, reader.TokenStartIndex);
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return new(JsonValueKind.Object, line) { Members = Members(ref reader, bytes, lines) };
            case JsonTokenType.StartArray:
                var items = new List<ConfigNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(Node(ref reader, bytes, lines));
                }

                return new(JsonValueKind.Array, line) { Items = items };
            case JsonTokenType.String:
                return new(JsonValueKind.String, line) { Text = reader.GetString() ?? "" };
            case JsonTokenType.Number:
                return new(JsonValueKind.Number, line) { Text = Encoding.ASCII.GetString(reader.ValueSpan) };
            default:
                return new(reader.TokenType switch
                {
                    JsonTokenType.True => JsonValueKind.True,
                    JsonTokenType.False => JsonValueKind.False,
                    _ => JsonValueKind.Null,
                }, line);
        }
    }

    private static Dictionary<string, ConfigNode> Members(ref Utf8JsonReader reader, byte[] bytes, LineCounter lines)
    {
        var members = new Dictionary<string, ConfigNode>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString() ?? "";
            reader.Read();
            members[name] = Node(ref reader, bytes, lines);
        }

        return members;
    }

    private static string Sentence(string message)
    {
        var end = message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return end > 0 ? message[..end] : message;
    }

    // Positions only grow, so that counting lines stays linear.
    private sealed class LineCounter
    {
        private long _position;
        private int _line = 1;

        public int At(byte[] bytes, long position)
        {
            for (; _position < position; _position++)
            {
                _line += bytes[_position] == (byte)'\n' ? 1 : 0;
            }

            return _line;
        }
    }
}
