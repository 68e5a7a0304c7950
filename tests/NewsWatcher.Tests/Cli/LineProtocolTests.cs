using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatcher.Cli;

namespace NewsWatcher.Tests.Cli;

public sealed class LineProtocolTests
{
    [Theory]
    [InlineData("""{"id":"\ud800","text":"$5"}""", "null")]
    [InlineData("""{"id":{"a":["\udc00"]}}""", "null")]
    [InlineData("""{"id":{"\ud800":1}}""", "null")]
    [InlineData("""{"id\ud800":1,"id":7,"text":"\ud800"}""", "7")]
    [InlineData("""{"id":"a","text":"\ud800"}""", "\"a\"")]
    [InlineData("""{"id":"a","raw":"\ud800"}""", "\"a\"")]
    [InlineData("[]", "null")]
    [InlineData("{", "null")]
    [InlineData("", "null")]
    public async Task BadLine_GetsAnErrorAndTheNextItsAnswer(string line, string id)
    {
        using var input = new MemoryStream(Encoding.UTF8.GetBytes(line + "\n{\"id\":2,\"text\":\"fine\"}\n"));
        using var output = new MemoryStream();

        Assert.Equal(0, await LineProtocol.RunAsync(input, output, Echo, TestContext.Current.CancellationToken));

        var lines = Encoding.UTF8.GetString(output.ToArray()).TrimEnd('\n').Split('\n');
        Assert.Equal(2, lines.Length);
        using var bad = JsonDocument.Parse(lines[0]);
        Assert.Equal(id, bad.RootElement.GetProperty("id").GetRawText());
        Assert.NotEmpty(bad.RootElement.GetProperty("error").GetString() ?? "");
        Assert.Equal("""{"id":2,"text":"fine","raw":null}""", lines[1]);
    }

    private static JsonObject Echo(JsonElement request) => new()
    {
        ["id"] = JsonNode.Parse(request.GetProperty("id").GetRawText()),
        ["text"] = request.TryGetProperty("text", out var text) ? text.GetString() : null,
        ["raw"] = request.TryGetProperty("raw", out var raw) ? JsonNode.Parse(raw.GetRawText()) : null,
    };
}
