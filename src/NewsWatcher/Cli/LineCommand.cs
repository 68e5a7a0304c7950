using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsWatcher.Cli;

/// <summary>The common frame of the line protocols: --jsonl, and --in FILE instead of standard input.</summary>
internal static class LineCommand
{
    public static Option<FileInfo?> Input { get; } = new("--in") { Description = "Read the lines from FILE instead of standard input" };

    public static Command Create(string name, string description, Func<JsonElement, JsonNode> answer)
    {
        var command = new Command(name, description)
        {
            new Option<bool>("--jsonl") { Description = "One JSON object a line in, one a line out", Required = true },
            Input,
        };
        command.SetAction((parsed, ct) => RunAsync(parsed, answer, ct));
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, Func<JsonElement, JsonNode> answer, CancellationToken ct)
    {
        await using var input = parsed.GetValue(Input) is { } file ? file.OpenRead() : Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        return await LineProtocol.RunAsync(input, output, answer, ct);
    }
}
