using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Outputs;

namespace NewsWatcher.Cli;

/// <summary>doctor: looks at everything that the program stands on, and says what to do about what is wrong.</summary>
internal static class DoctorCommand
{
    public static Command Create() => new Verb("doctor", "Check the configuration, folders, database, clock, feeds, disk and system", "doctor", "doctor --json") { GlobalOptions.Json }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var findings = await Doctor.ExamineAsync(GlobalOptions.Paths(parsed), TimeProvider.System, ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(findings.Select(f => new JsonObject { ["check"] = f.Check, ["state"] = f.State, ["finding"] = f.Text, ["advice"] = f.Advice })));
        }
        else
        {
            foreach (var finding in findings)
            {
                terminal.Line($"{finding.State,-4}  {finding.Check}: {finding.Text}");
                if (finding.Advice is { } advice)
                {
                    terminal.Line(advice, indent: 6);
                }
            }
        }

        return findings.Max(f => f.Code);
    }
}
