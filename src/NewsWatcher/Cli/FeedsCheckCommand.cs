using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Configuration;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>feeds check: everything that is wrong with the configuration files, or what a feed's state means.</summary>
internal static class FeedsCheckCommand
{
    // As many as a feed fails in two weeks.
    private const int Polls = 400;

    private static readonly Argument<string?> Id = new("ID") { Description = "Explain the health of this feed instead", Arity = ArgumentArity.ZeroOrOne };

    public static Command Create()
    {
        var command = new Verb("check", "Check the configuration files, or explain how a feed is doing", "feeds check", "feeds check --config ./config --json", "feeds check fed-press")
        {
            Id,
            GlobalOptions.Json,
        };
        return command.Running((parsed, terminal, ct) => parsed.GetValue(Id) is { } id ? FeedAsync(id, parsed, terminal, ct) : FilesAsync(parsed, terminal, ct));
    }

    /// <summary>Tells all problems of the files at once. The exit code.</summary>
    public static async Task<int> FilesAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (paths, problems) = (GlobalOptions.Paths(parsed), new List<ConfigProblem>());
        var files = await ConfigFolder.ReadAsync(paths.Config, HostSettings.Read(paths).FeedRules, problems, ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(FactShapes.Array(problems.Select(p => new JsonObject { ["file"] = p.File, ["line"] = p.Line, ["message"] = p.Message })));
        }
        else if (problems.Count == 0)
        {
            terminal.Line($"{paths.Config} is sound: {Wording.Count(files.Feeds.Count, "feed")}, {Wording.Count(files.Outlets.Count, "outlet")}, {Wording.Count(files.Deals.Count, "deal")}.");
        }
        else
        {
            problems.ForEach(p => terminal.Warn(p.ToString()));
        }

        return problems.Count == 0 ? ExitCodes.Done : ExitCodes.Usage;
    }

    private static async Task<int> FeedAsync(string id, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        using var session = await Session.OpenAsync(parsed, reads: true, ct);
        var store = new FeedStore(session.Database);
        if (await store.FindAsync(id, ct) is not { } feed)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        var health = FeedHealth.Of(feed, await store.HistoryAsync(feed.Id, Polls, ct), session.Clock.GetUtcNow());
        if (parsed.GetValue(GlobalOptions.Json))
        {
            var shape = FeedShape.Of(feed);
            shape["health"] = health.Says;
            shape["state"] = health.State;
            shape["since"] = UtcText.Iso(health.Since);
            shape["meaning"] = health.Meaning;
            shape["advice"] = health.Advice;
            terminal.Json(shape);
        }
        else
        {
            Tell(health, terminal);
        }

        return ExitCodes.Done;
    }

    private static void Tell(FeedHealth health, Terminal terminal)
    {
        terminal.Line(health.Says);
        foreach (var (name, text) in new[] { ("Since", UtcText.Minute(health.Since)), ("What it means", health.Meaning), ("What to do", health.Advice) })
        {
            if (text.Length > 0)
            {
                terminal.Line($"{name}: {text}");
            }
        }
    }
}
