using System.CommandLine;
using System.Text.Json.Nodes;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds import: subscriptions from OPML, all in one transaction. Nothing is fetched; the new feeds are simply due.</summary>
internal static class FeedsImportCommand
{
    private static readonly Argument<string[]> Sources = new("FILE|URL") { Description = "OPML files, or where they are", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "Only show what would be added" };

    public static Command Create() => new Verb("import", "Add the feeds of an OPML list; its folders become tags", "feeds import subscriptions.opml --dry-run", "feeds import https://lists.example/energy.opml")
    {
        Sources, DryRun, GlobalOptions.Json,
    }.Writing(RunAsync);

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (sources, lists) = (parsed.GetRequiredValue(Sources), new List<OpmlRead.Subscriptions>());
        foreach (var source in sources)
        {
            if (!FeedUrl.IsWeb(source) && !File.Exists(source))
            {
                return terminal.NotFound($"There is no file {Path.GetFullPath(source)}.");
            }

            var (name, read) = FeedUrl.IsWeb(source) ? (source, await FetchAsync(source, session, ct)) : (Path.GetFileName(source), await FileAsync(new(source), ct));
            switch (read)
            {
                case OpmlRead.Subscriptions list:
                    lists.Add(sources.Length == 1 ? list : list with { Skipped = [.. list.Skipped.Select(s => $"{name}, {s}")] });
                    break;
                case OpmlRead.Refused refused:
                    return terminal.Refuse($"{name} cannot be imported, and nothing was: {refused.Reason.TrimEnd('.')}.", ExitCodes.Usage);
            }
        }

        await ImportAsync(session, lists, parsed, terminal, ct);
        return ExitCodes.Done;
    }

    private static async Task<OpmlRead> FileAsync(FileInfo file, CancellationToken ct) =>
        file.Length > FeedReader.MaxChars ? new OpmlRead.Refused("larger than 16 MiB") : OpmlReader.Read(await File.ReadAllBytesAsync(file.FullName, ct));

    private static async Task<OpmlRead> FetchAsync(string address, Session session, CancellationToken ct)
    {
        using var fetcher = new HttpFetcher(HostSettings.Read(session.Paths).Fetching, TimeProvider.System);
        return !Uri.TryCreate(address, UriKind.Absolute, out var url) ? new OpmlRead.Refused("no address") : await fetcher.GetAsync(new(url, FeedReader.MaxChars, Validators.None), ct) switch
        {
            FetchResult.Page page => OpmlReader.Read(page.Body),
            FetchResult.Failed failed => new OpmlRead.Refused(failed.Reason),
            var other => throw new InvalidOperationException($"A fetch without conditions ended as {other.GetType().Name}."),
        };
    }

    private static async Task ImportAsync(Session session, IReadOnlyList<OpmlRead.Subscriptions> lists, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var isDryRun = parsed.GetValue(DryRun);
        var skipped = lists.SelectMany(l => l.Skipped).ToList();
        var added = New(lists.SelectMany(l => l.Outlines), await new FeedStore(session.Database).ListAsync(ct), skipped);
        if (!isDryRun)
        {
            await new CatalogStore(session.Database).AddAsync(added, session.Clock.GetUtcNow(), ct);
        }

        if (parsed.GetValue(GlobalOptions.Json))
        {
            terminal.Json(new JsonObject
            {
                ["dryRun"] = isDryRun,
                ["added"] = FactShapes.Array(added.Select(f => new JsonObject { ["id"] = f.Id, ["name"] = f.Name, ["url"] = f.Url?.AbsoluteUri, ["tags"] = FactShapes.Texts(f.Tags) })),
                ["skipped"] = FactShapes.Texts(skipped),
            });
            return;
        }

        if (added.Count > 0)
        {
            terminal.Table(["Feed", "Name", "Address", "Tags"], added.Select(f => new[] { f.Id, f.Name, f.Url?.AbsoluteUri, string.Join(", ", f.Tags) }));
        }

        skipped.ForEach(s => terminal.Line($"Left out: {s}"));
        var count = $"{Wording.Count(added.Count, "feed")} {(isDryRun ? "would be " : "")}added, {skipped.Count} left out.";
        terminal.Line(isDryRun ? $"{count} Nothing was changed." : count);
    }

    private static List<Feed> New(IEnumerable<OpmlOutline> outlines, IReadOnlyList<StoredFeed> known, List<string> skipped)
    {
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var feed in known.Where(f => f.Active && f.Feed.Url is not null))
        {
            addresses.TryAdd(CanonicalUrl.Identity(feed.Feed.Url?.AbsoluteUri) ?? "", feed.Feed.Id);
        }

        var ids = known.Select(f => f.Feed.Id).ToHashSet(StringComparer.Ordinal);
        var added = new List<Feed>();
        foreach (var outline in outlines)
        {
            var address = CanonicalUrl.Identity(outline.Url.AbsoluteUri) ?? outline.Url.AbsoluteUri;
            if (addresses.TryGetValue(address, out var same))
            {
                skipped.Add($"\"{outline.Title}\": {outline.Url} is the feed {same} already");
                continue;
            }

            var feed = new Feed { Id = FeedId.Free(outline.Title, outline.Url, ids), Name = outline.Title, Url = outline.Url, Tags = outline.Tags, Language = outline.Language };
            ids.Add(feed.Id);
            addresses.Add(address, feed.Id);
            added.Add(feed);
        }

        return added;
    }
}
