using System.Globalization;
using System.Text;

namespace NewsWatcher.Benchmarks;

/// <summary>The whole program on a store of generated news: a deal is added to what was captured without it, and everything is read again.</summary>
internal static class ReprocessRun
{
    private const int Items = 100_000;
    private const int EntriesOfAFeed = 100;

    private const string Deals = """
        {"deals": [{"id": "vik-crossing", "name": "Vik crossing", "kind": "umbrella", "headline": {"value": 7400000000, "currency": "USD"}, "keywords": ["strait tunnel"],
          "parties": [{"name": "Norsk Crossing", "role": "developer"}, {"name": "Skagen Bank", "role": "lender"}], "projects": [{"id": "south-shaft", "name": "South shaft"}]}]}
        """;

    /// <param name="args">How many items (100,000 when left out), and the program to run (the one built beside this).</param>
    public static async Task<int> RunAsync(string[] args, CancellationToken ct)
    {
        var count = args is [var many, ..] ? int.Parse(many, CultureInfo.InvariantCulture) : Items;
        var program = args is [_, var given, ..] ? Path.GetFullPath(given) : WholePoll.Built();
        if (!File.Exists(program))
        {
            await Console.Error.WriteLineAsync($"{program} is not built: dotnet build src/NewsWatcher --configuration Release");
            return 1;
        }

        var folder = Directory.CreateTempSubdirectory("newswatcher-reprocess-").FullName;
        try
        {
            await GenerateAsync(folder, count, ct);
            Console.WriteLine($"{"",-36}{"wall s",10}{"items/s",10}{"peak MiB",10}  summary");
            await MeasureAsync("poll, no deal followed", program, folder, count, ["poll", "--all", "--no-articles"], ct);
            await File.WriteAllTextAsync(Path.Combine(folder, "deals.json"), Deals, ct);
            await MeasureAsync("reprocess, a deal was added", program, folder, count, ["reprocess"], ct);
            await MeasureAsync("reprocess, nothing is left", program, folder, count, ["reprocess"], ct);
            await MeasureAsync("reprocess --again", program, folder, count, ["reprocess", "--again"], ct);
            await MeasureAsync("reprocess --again --deal", program, folder, count, ["reprocess", "--again", "--deal", "vik-crossing"], ct);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        return 0;
    }

    private static async Task MeasureAsync(string what, string program, string folder, int count, string[] verb, CancellationToken ct)
    {
        var run = await MeasuredRun.OfAsync(program, [.. verb, "--config", folder, "--data", Path.Combine(folder, "data")], new Dictionary<string, string>(StringComparer.Ordinal), ct);
        var summary = run.ExitCode == 0 ? run.Output.ReplaceLineEndings(" ") : $"exit code {run.ExitCode}: {run.Errors}";
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what,-36}{run.Wall.TotalSeconds,10:0.0}{count / run.Wall.TotalSeconds,10:0}{run.Peak / 1048576.0,10:0}  {summary.Trim()}"));
    }

    private static async Task GenerateAsync(string folder, int count, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.Combine(folder, "feeds"));
        var (news, list) = (new GeneratedNews(seed: 1), new List<string>());
        for (var feed = 0; feed * EntriesOfAFeed < count; feed++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"f{feed}");
            var items = new StringBuilder();
            for (var i = 0; i < EntriesOfAFeed && (feed * EntriesOfAFeed) + i < count; i++)
            {
                var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(((feed * EntriesOfAFeed) + i) * 60);
                items.Append(CultureInfo.InvariantCulture, $"""
                    <item><title>{news.Title()}</title><link>https://{id}.example/story/{i}</link><guid isPermaLink="false">{id}-{i}</guid><pubDate>{at:r}</pubDate><description>{news.Text()}</description></item>

                    """);
            }

            await File.WriteAllTextAsync(Path.Combine(folder, "feeds", id + ".xml"), $"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Feed {id}</title><link>https://{id}.example/</link>{items}</channel></rss>", ct);
            list.Add($"{{\"id\": \"{id}\", \"file\": \"feeds/{id}.xml\", \"language\": \"en\", \"articles\": \"never\"}}");
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "feeds.json"), $"{{\"feeds\": [{string.Join(",\n", list)}]}}", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "outlets.json"), """{"outlets": []}""", ct);
        await File.WriteAllTextAsync(Path.Combine(folder, "deals.json"), """{"deals": []}""", ct);
    }
}
