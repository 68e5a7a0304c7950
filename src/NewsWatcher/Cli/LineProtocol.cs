using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsWatcher.Cli;

/// <summary>A line in, a line out: UTF-8 JSON, in order, flushed after each answer. A bad line gets an error of its own and never ends the command.</summary>
internal static class LineProtocol
{
    public static async Task<int> RunAsync(Stream input, Stream output, Func<JsonElement, JsonNode> answer, CancellationToken ct)
    {
        using var reader = new StreamReader(input, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        await using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        while (await reader.ReadLineAsync(ct) is { } line)
        {
            await writer.WriteLineAsync(Answer(line, answer).AsMemory(), ct);
            await writer.FlushAsync(ct);
        }

        return 0;
    }

    // The boundary of a line: whatever a line does to a reader stays within its own answer.
#pragma warning disable CA1031
    private static string Answer(string line, Func<JsonElement, JsonNode> answer)
    {
        string? id = null;
        try
        {
            using var request = JsonDocument.Parse(line);
            id = request.RootElement.TryGetProperty("id", out var given) ? JsonNode.Parse(given.GetRawText())?.ToJsonString(JsonShapes.Lines) : null;
            return answer(request.RootElement).ToJsonString(JsonShapes.Lines);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            return new JsonObject { ["id"] = id is null ? null : JsonNode.Parse(id), ["error"] = e is JsonException ? "not a JSON object" : e.Message }.ToJsonString(JsonShapes.Lines);
        }
    }
#pragma warning restore CA1031
}
