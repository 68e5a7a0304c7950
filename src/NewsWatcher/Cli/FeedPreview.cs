using System.Globalization;
using System.Text.Json.Nodes;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>What a feed, a listing page, a sitemap or a folder of mails shows at this moment. Nothing of it is kept.</summary>
internal sealed record FeedPreview(FeedPoll Answer)
{
    private const int Shown = 5;
    private const int MaxSummary = 300;

    private IReadOnlyList<Entry> Entries => Answer is FeedPoll.Fresh fresh ? fresh.Document.Entries : [];

    private IEnumerable<(string What, int Count)> Lacks =>
    [
        ("title", Entries.Count(e => e.Title.Length == 0)), ("link", Entries.Count(e => CanonicalUrl.Of(e.Link) is null)),
        ("date", Entries.Count(e => (e.Published ?? e.Updated) is null)), ("summary", Entries.Count(e => (e.Summary ?? e.Content) is null)),
    ];

    /// <summary>Asks once, without conditions.</summary>
    public static async Task<FeedPreview> AskAsync(Feed feed, AppPaths paths, CancellationToken ct)
    {
        var (settings, options) = (HostSettings.Read(paths), new FetchingOptions());
        settings.Configuration.GetSection(FetchingOptions.Section).Bind(options);
        using var fetcher = new HttpFetcher(options, TimeProvider.System);
        var poller = new FeedPoller(fetcher) { MayRead = path => settings.FeedRules.Allows(path, paths.Config) };
        return new(await poller.PollAsync(feed, Validators.None, hash: null, ct));
    }

    public void Tell(Terminal terminal)
    {
        if (Answer is not FeedPoll.Fresh fresh)
        {
            terminal.Line($"Asked just now, it fails: {Failure}");
            return;
        }

        var lacks = Lacks.Where(l => l.Count > 0).Select(l => string.Create(CultureInfo.InvariantCulture, $"{l.Count} without {l.What}")).ToList();
        terminal.Line($"Asked just now: {(Entries.Count == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{Entries.Count:N0} entries"))}{(lacks.Count > 0 ? $", {string.Join(", ", lacks)}" : "")}{(fresh.Document.Title is { } title ? $", of \"{title}\"" : "")}.");
        foreach (var remark in new[] { fresh.Document.Damage is { } damage ? $"Read in part: {damage}." : null, fresh.Document.Remark is { } remarked ? $"{remarked}." : null }.OfType<string>())
        {
            terminal.Line(remark);
        }

        foreach (var entry in Entries.Take(Shown))
        {
            terminal.Line();
            terminal.Line(entry.Title.Length > 0 ? entry.Title : "(no title)");
            terminal.Line($"{((entry.Published ?? entry.Updated) is { } date ? $"{UtcText.Minute(date)} UTC" : "no date")}{(Summary(entry) is { } summary ? $": {summary}" : "")}", indent: 2);
            terminal.Address(entry.Link ?? "(no link)", indent: 2);
        }
    }

    public JsonObject Shape() => new()
    {
        ["outcome"] = OutcomeWords.Of(Answer is FeedPoll.Failed failed ? failed.Outcome : OutcomeClass.Ok),
        ["reason"] = Answer is FeedPoll.Fresh fresh ? fresh.Document.Damage ?? fresh.Document.Remark : Failure,
        ["title"] = (Answer as FeedPoll.Fresh)?.Document.Title,
        ["entries"] = Entries.Count,
        ["lacking"] = new JsonObject(Lacks.Select(l => KeyValuePair.Create<string, JsonNode?>(l.What, l.Count))),
        ["first"] = FactShapes.Array(Entries.Take(Shown).Select(e => new JsonObject
        {
            ["title"] = e.Title, ["link"] = e.Link, ["published"] = UtcText.Iso(e.Published ?? e.Updated), ["summary"] = Summary(e),
        })),
    };

    private string Failure => Answer is FeedPoll.Failed failed ? failed.Reason : "it says \"not modified\", although it was asked for everything.";

    private static string? Summary(Entry entry) =>
        (entry.Summary ?? entry.Content) is { } text && Html.HtmlText.ToPlain(text).ReplaceLineEndings(" ") is { Length: > 0 } plain ? plain.Length > MaxSummary ? plain[..MaxSummary] + "…" : plain : null;
}
