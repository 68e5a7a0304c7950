using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Articles;
using NewsWatcher.Cli;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Storage;

namespace NewsWatcher.Tests.Cli;

/// <summary>A configuration and a data folder of its own, and the program run on them in this process.</summary>
public sealed class CliFolder : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 2, 18, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("newswatcher-cli-").FullName;

    public CliFolder()
    {
        Directory.CreateDirectory(Config);
        Write("config/feeds.json", """
            { "feeds": [
              { "id": "one", "name": "One", "url": "https://one.example/rss", "outlet": "one-press", "tags": [ "energy", "ports" ] },
              { "id": "two", "name": "Two", "url": "https://two.example/rss" } ] }
            """);
        Write("config/outlets.json", """{ "outlets": [ { "id": "one-press", "name": "One Press", "hosts": [ "one.example" ], "tier": "wire" } ] }""");
        Write("config/deals.json", """
            { "deals": [ { "id": "a-b", "name": "A–B accord", "kind": "umbrella", "headline": { "value": 5e9, "currency": "USD" },
              "parties": [ { "name": "Aland", "role": "government" } ], "watch": [ { "name": "Bcorp" } ], "parts": [ { "id": "one", "name": "First phase" } ] } ] }
            """);
    }

    public string Config => Path.Combine(_folder, "config");

    public string Data => Path.Combine(_folder, "data");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public string File(string name) => Path.Combine(_folder, name);

    public string Write(string name, string text)
    {
        System.IO.File.WriteAllText(File(name), text);
        return File(name);
    }

    public async Task<CliRun> RunAsync(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await Boundary.RunAsync([.. args, "--config", Config, "--data", Data], new InvocationConfiguration { Output = output, Error = error }, Ct);
        return new(code, output.ToString(), error.ToString());
    }

    public async Task<JsonNode> JsonAsync(params string[] args)
    {
        var run = await RunAsync([.. args, "--json"]);
        Assert.Equal((0, ""), (run.Code, run.Error));
        return JsonNode.Parse(run.Output) ?? throw new InvalidOperationException("printed null");
    }

    /// <summary>Captures one item of the feed "one", reads it with these facts, and places it in the deal "a-b".</summary>
    public async Task<long> CaptureAsync(string key, string title, ArticleFacts facts, Origin? origin = null, IReadOnlyList<Notice>? notices = null)
    {
        Assert.Equal(0, (await RunAsync("feeds", "list")).Code);
        using var database = new Database(Path.Combine(Data, Database.FileName));
        var (polls, readings, placements) = (new PollStore(database), new ReadingStore(database), new PlacementStore(database));
        var feed = (await new FeedStore(database).FindAsync("one", Ct))!.Id; // configured above
        var entry = new CapturedEntry(key, new Entry { Id = key, Title = title, Published = Now }, $"https://one.example/{key}", $"one.example/{key}", title, "hash", "one-press", "en", ReadsPage: true);
        await polls.FinishAsync(new PollOutcome
        {
            FeedId = feed, PollId = await polls.BeginAsync(feed, Now, Ct), At = Now, Outcome = OutcomeClass.Ok, NextPollAt = Now.AddHours(1),
            Body = new("One", Validators.None, "h", [entry], 0),
        }, Ct);
        var due = Assert.Single(await readings.DueAsync(Now.AddDays(1), 10, Ct));
        await readings.SaveAsync(due, new ReadingResult.Done(new Article { Title = title, Text = "The text.", Language = "en", Notices = notices ?? [] }, facts, FromPage: true, Reason: null, Original: null), Now, Ct);
        await placements.SaveAsync(new Placement(due.ItemId, [new DealMatch("a-b", 0.75, Belongs: true, ["names the accord"])], Development: null, "a-b", Now), Now, Ct);
        await placements.SaveOriginsAsync(new Dictionary<long, Origin> { [due.ItemId] = origin ?? new Origin($"one-press:{key}", CopyOf: null, Counts: true, "Own report.") }, Ct);
        return due.ItemId;
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
