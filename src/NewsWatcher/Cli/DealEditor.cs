using System.Diagnostics;
using NewsWatcher.Configuration;
using NewsWatcher.Extraction;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>A deal as JSON in the person's own editor, checked like deals.json when it comes back.</summary>
internal static class DealEditor
{
    public static async Task<(FollowedDeal? Deal, string Refusal)> EditAsync(FollowedDeal deal, Terminal terminal, CancellationToken ct)
    {
        if ((Environment.GetEnvironmentVariable("VISUAL") ?? Environment.GetEnvironmentVariable("EDITOR")) is not { Length: > 0 } editor)
        {
            return (null, "Say what to change (see --help), or set EDITOR to edit the whole deal.");
        }

        var folder = Directory.CreateTempSubdirectory("newswatcher-");
        var file = Path.Combine(folder.FullName, $"{deal.Id}.json");
        await File.WriteAllTextAsync(file, DealShape.Of(deal).ToJsonString(JsonShapes.Indented) + "\n", ct);
        var code = await OpenAsync(editor, file, ct);
        if (code != 0)
        {
            return (null, $"{editor} ended with {code}; nothing was changed.");
        }

        var (edited, problems) = Read(await File.ReadAllTextAsync(file, ct), file, deal.Id);
        if (edited is null)
        {
            problems.ForEach(terminal.Warn);
            return (null, $"Nothing was changed. What you wrote is in {file}.");
        }

        folder.Delete(recursive: true);
        return (edited, "");
    }

    /// <summary>Null with every problem of the text.</summary>
    public static (FollowedDeal? Deal, List<string> Problems) Read(string text, string file, string id)
    {
        var problems = new List<ConfigProblem>();
        // Put into a list as deals.json has it, on the same line, so that lines of problems are those of the text.
        var deals = DealFile.Read($"{{ \"deals\": [ {text.TrimStart('\uFEFF')}\n ] }}", file, problems);
        if (problems.Count == 0 && deals.Count != 1)
        {
            problems.Add(new(file, 0, "must hold one deal"));
        }
        else if (problems.Count == 0 && deals[0].Id != id)
        {
            problems.Add(new(file, 0, $"the id must stay \"{id}\""));
        }

        return (problems.Count == 0 ? deals[0] : null, [.. problems.Select(p => p.ToString())]);
    }

    private static async Task<int> OpenAsync(string editor, string file, CancellationToken ct)
    {
        var words = editor.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        using var process = Process.Start(new ProcessStartInfo(words[0], [.. words[1..], file]) { UseShellExecute = false });
        if (process is null)
        {
            return -1;
        }

        await process.WaitForExitAsync(ct);
        return process.ExitCode;
    }
}
