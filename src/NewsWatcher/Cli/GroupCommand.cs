using System.CommandLine;
using System.Text;
using NewsWatcher.Configuration;
using NewsWatcher.Extraction;

namespace NewsWatcher.Cli;

/// <summary>group --jsonl: articles into developments, online.</summary>
internal static class GroupCommand
{
    private static readonly Option<FileInfo?> Deals = new("--deals") { Description = "Deals to follow, as in deals.json" };
    private static readonly Option<bool> Summary = new("--summary") { Description = "End with a line for each development" };

    public static Command Create()
    {
        var command = new Command("group", "Group articles into developments, a JSON line each")
        {
            new Option<bool>("--jsonl") { Description = "One JSON object a line in, one a line out", Required = true },
            LineCommand.Input,
            Deals,
            Summary,
        };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken ct)
    {
        var problems = new List<ConfigProblem>();
        var deals = parsed.GetValue(Deals) is { } file ? DealFile.Read(await File.ReadAllTextAsync(file.FullName, ct), file.FullName, problems) : [];
        if (problems.Count > 0)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, problems).AsMemory(), ct);
            return ExitCodes.Usage;
        }

        var stories = new StoryGrouping(deals);
        await LineCommand.RunAsync(parsed, stories.Answer, ct);
        if (parsed.GetValue(Summary))
        {
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            foreach (var line in stories.Summaries())
            {
                await output.WriteLineAsync(line.ToJsonString(JsonShapes.Lines).AsMemory(), ct);
            }
        }

        return ExitCodes.Done;
    }
}
