using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
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

    private static readonly Argument<string?> Id = new("ID|URL") { Description = "Explain the health of this feed instead, or try an address, and show what is found there now", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> NoFetch = new("--no-fetch") { Description = "Tell only what the polls so far found, and ask nobody" };
    private static readonly ListingOptions Listings = new();

    public static Command Create()
    {
        var command = new Verb("check", "Check the configuration files, or explain how a feed is doing", "feeds check", "feeds check --config ./config --json", "feeds check fed-press",
            "feeds check https://ministry.example/news --listing \"ul.news > li\" --date .when")
        {
            Id,
            NoFetch,
            GlobalOptions.Json,
        };
        Listings.AddTo(command);
        return command.Running((parsed, terminal, ct) => parsed.GetValue(Id) is not { } id ? FilesAsync(parsed, terminal, ct)
            : CanonicalUrl.Of(id) is not null ? AddressAsync(id, parsed, terminal, ct) : FeedAsync(id, parsed, terminal, ct));
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

    // An address that nobody has added yet: tried with the selectors given, and nothing is kept.
    private static async Task<int> AddressAsync(string address, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        if (!Listings.TryRead(parsed, out var listing, out var refusal))
        {
            return terminal.Refuse(refusal, ExitCodes.Usage);
        }

        var preview = await FeedPreview.AskAsync(new Feed { Id = "tried", Name = address, Url = new Uri(address), Listing = listing }, GlobalOptions.Paths(parsed), ct);
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(preview.Shape());
        }
        else
        {
            preview.Tell(terminal);
        }

        return ExitCodes.Done;
    }

    private static async Task<int> FeedAsync(string id, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        using var session = await Session.OpenAsync(parsed, reads: true, ct);
        var store = new FeedStore(session.Database);
        if (await store.FindAsync(id, ct) is not { } feed)
        {
            return terminal.NotFound(FeedsCommand.Missing(id));
        }

        var now = session.Clock.GetUtcNow();
        var health = FeedHealth.Of(feed, await store.HistoryAsync(feed.Id, Polls, ct), now);
        // Who asked us to wait, or is not to be asked at all, is not asked by hand either.
        var preview = !parsed.GetValue(NoFetch) && feed is { Active: true, MutedAt: null, GoneAt: null } && !(feed.NotBeforeAt > now)
            ? await FeedPreview.AskAsync(feed.Address is { } moved ? feed.Feed with { Url = new Uri(moved) } : feed.Feed, session.Paths, ct) : null;
        if (parsed.GetValue(GlobalOptions.Json))
        {
            var shape = FeedShape.Of(feed);
            shape["health"] = health.Says;
            shape["state"] = health.State;
            shape["since"] = UtcText.Iso(health.Since);
            shape["meaning"] = health.Meaning;
            shape["advice"] = health.Advice;
            shape["found"] = preview?.Shape();
            terminal.Json(shape);
        }
        else
        {
            Tell(health, terminal);
            preview?.Tell(terminal);
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
