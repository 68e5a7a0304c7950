using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Deals;
using NewsWatcher.Extraction;
using NewsWatcher.Feeds;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>explain: reads one page or file and writes nothing; prints every fact with its sentence and rule, and why it matches which deal.</summary>
internal static class ExplainCommand
{
    private static readonly Argument<string> Source = new("URL|FILE") { Description = "A page on the web, or a file with a page or plain text" };
    private static readonly Option<string?> Deal = new("--deal") { Description = "Only tell about this deal" };

    public static Command Create() => new Verb("explain", "Read one article, keep nothing, and tell what was read and why", "explain https://news.example/story", "explain page.html --deal japan-us-550b --json")
    {
        Source, Deal, GlobalOptions.Json,
    }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var paths = GlobalOptions.Paths(parsed).OrDemo();
        var catalog = await ExplainedCatalog.ReadAsync(paths, terminal, ct);
        var only = parsed.GetValue(Deal);
        if (only is not null && catalog.Deal(only) is null)
        {
            return terminal.NotFound(DealsCommand.Missing(only));
        }

        switch (await ExplainedPage.ReadAsync(parsed.GetRequiredValue(Source), paths, ct))
        {
            case ExplainedPage.Missing missing:
                return terminal.NotFound(missing.Reason);
            case ExplainedPage.Unreadable unreadable:
                terminal.Warn($"Nothing can be read: {unreadable.Reason}");
                return ExitCodes.Done;
            case ExplainedPage.Readable page:
                Tell(parsed, terminal, page, catalog, only);
                return ExitCodes.Done;
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static void Tell(ParseResult parsed, Terminal terminal, ExplainedPage.Readable page, Catalog catalog, string? only)
    {
        var tier = page.Url is { } url ? new OutletCatalog(catalog.Outlets).Of(url).Tier : OutletTier.Unknown;
        var facts = new FactExtractor(catalog.Deals).Read(page.Article, page.Article.Published?.Instant, tier);
        var matcher = new DealMatcher(catalog.Deals);
        var matches = matcher.Match(page.Article, facts).Where(m => only is null || m.DealId == only).ToList();
        var silent = catalog.Deals.Where(d => (only is null || d.Id == only) && matches.All(m => m.DealId != d.Id))
            .Select(d => new DealMatch(d.Id, 0, Belongs: false, ["nothing in it touches this deal"]));
        matches.AddRange(silent);
        var told = facts.All.Where(f => only is null || f.PartId is not { } part || part == only || part.StartsWith(only + "/", StringComparison.Ordinal)).ToList();
        // Of all deals that would be much to read; of the one that is asked for it is the question.
        IReadOnlyList<string> missing = only is not null && !matches.Exists(m => m.Belongs) ? matcher.Missing(only, page.Article, facts) : [];
        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(Shape(page, told, facts, matches, missing));
        }
        else
        {
            Tell(terminal, page, told, matches, missing);
        }
    }

    private static void Tell(Terminal terminal, ExplainedPage.Readable page, List<Fact> facts, List<DealMatch> matches, IReadOnlyList<string> missing)
    {
        var article = page.Article;
        terminal.Heading(article.Title);
        var date = article.Published is { } published ? $"{UtcText.Minute(published.Instant)} UTC" : "no date";
        terminal.Line($"{date}, {article.Language ?? "language unknown"}{(article.Byline is null ? "" : $", {article.Byline}")}, {article.Text.Length} characters");
        foreach (var notice in article.Notices)
        {
            terminal.Line($"{Wording.Of(notice)}: {notice.Text}");
        }

        terminal.Line();
        terminal.Heading($"Facts: {facts.Count}");
        facts.ForEach(f => FactLines.Tell(terminal, f));
        terminal.Line();
        terminal.Heading("Deals");
        matches.ForEach(m => DealText.Tell(terminal, m));
        if (matches.Count == 0)
        {
            terminal.Line("No deals are followed.");
        }

        if (missing.Count > 0)
        {
            terminal.Line("Not found in it:", indent: 2);
            foreach (var sign in missing)
            {
                terminal.Line($"· {sign}", indent: 4);
            }
        }
    }

    private static JsonObject Shape(ExplainedPage.Readable page, List<Fact> told, ArticleFacts facts, List<DealMatch> matches, IReadOnlyList<string> missing) => new()
    {
        ["url"] = page.Url?.AbsoluteUri,
        ["title"] = page.Article.Title,
        ["published"] = page.Article.Published?.ToString(),
        ["language"] = page.Article.Language,
        ["byline"] = page.Article.Byline,
        ["characters"] = page.Article.Text.Length,
        ["notices"] = FactShapes.Notices(page.Article.Notices),
        ["isDeal"] = facts.IsDeal,
        ["stage"] = Words.Of(facts.NewsStage),
        ["facts"] = FactShapes.Array(told.Select(EvidenceShape.Of)),
        ["deals"] = FactShapes.Array(matches.Select(MatchShape.Of)),
        ["missing"] = FactShapes.Texts(missing),
    };
}
