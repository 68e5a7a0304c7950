using Microsoft.Extensions.Logging;
using NewsWatcher.Articles;
using NewsWatcher.Extraction;
using NewsWatcher.Fetching;
using NewsWatcher.Html;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>One item, from its link to a version with facts. The boundary: whatever a page does to our code ends here, with that item.</summary>
public sealed partial class EntryPass(PageFetcher fetcher, ReadingStore store, TimeProvider clock, ILogger<EntryPass> log)
{
    private const int MaxAttempts = 5;

    private static readonly TimeSpan FirstRetry = TimeSpan.FromMinutes(5);

    /// <summary>Reads an item from its page, or from its entry where the page is not to be had, and writes it down.</summary>
    /// <param name="pages">Link prefix → folder, of the file feed that showed the item.</param>
    public async Task<ReadingTally> RunAsync(DueReading due, IReadOnlyDictionary<string, string> pages, CompiledCatalog catalog, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        try
        {
            using var room = fetcher.Room();
            var result = await ReadAsync(due, pages, catalog, room, now, ct);
            var isVersion = await store.SaveAsync(Dated(due, result), result, now, ct);
            Log(due, result);
            return Tally(result) with { Versions = isVersion ? 1 : 0 };
        }
        catch (Exception e) when (IsOfTheItem(e, ct))
        {
            LogUnexpected(due.Url, e);
            var failed = Failed(e);
            if (ReadEntry(due, catalog, failed.Reason) is { } entry)
            {
                return await SaveEntryAsync(due, entry, now, ct);
            }

            await store.SaveAsync(due, failed, now, ct);
            return new ReadingTally { Failed = 1 };
        }
    }

    /// <summary>Reads an item from what its entry carries. Null when our own code failed on it, which is logged.</summary>
    public ReadingResult.Done? ReadEntry(DueReading due, CompiledCatalog catalog, string? reason)
    {
        try
        {
            return FromEntry(due, catalog, reason);
        }
        catch (Exception e) when (IsOfTheItem(e, CancellationToken.None))
        {
            LogUnexpected(due.Url, e);
            return null;
        }
    }

    /// <summary>Writes down what entries carried: all at once, or one by one when one of them cannot be. How many failed.</summary>
    public async Task<int> SaveAllAsync(IReadOnlyList<(DueReading Due, ReadingResult.Done Done)> readings, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            await store.SaveAllAsync(readings, now, ct);
            return 0;
        }
        catch (Exception e) when (IsOfTheItem(e, ct))
        {
            LogRefused(readings.Count, e);
        }

        var failures = 0;
        foreach (var (due, done) in readings)
        {
            failures += (await SaveEntryAsync(due, done, now, ct)).Failed;
        }

        return failures;
    }

    /// <summary>The facts of an article that a page or a person gave.</summary>
    internal static ReadingResult.Done Done(DueReading due, Article article, CompiledCatalog catalog, Original? original, DateTimeOffset now)
    {
        var stated = EntryCapture.Credible(article.Published?.Instant, now) is null ? null : article.Published;
        var read = article with
        {
            Title = article.Title.Length > 0 ? article.Title : due.Title,
            Language = article.Language ?? due.Language,
            Published = stated ?? (due.PublishedAt is { } at ? new PublishedDate(at, DateOnly: false) : null),
        };
        return new(read, Facts(read, due.PublishedAt ?? stated?.Instant ?? due.FirstSeenAt, due.OutletId, catalog), FromPage: true, Reason: null, original) { Basis = catalog.Basis };
    }

    /// <summary>The reading with the date that its claims are reported at: the feed's, else the page's.</summary>
    internal static DueReading Dated(DueReading due, ReadingResult result) =>
        due.PublishedAt is null && result is ReadingResult.Done { Article.Published: { } published } ? due with { PublishedAt = published.Instant } : due;

    private async Task<ReadingTally> SaveEntryAsync(DueReading due, ReadingResult.Done entry, DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var isVersion = await store.SaveAsync(due, entry, now, ct);
            return Tally(entry) with { Versions = isVersion ? 1 : 0 };
        }
        catch (Exception e) when (IsOfTheItem(e, ct))
        {
            LogUnexpected(due.Url, e);
            await store.SaveAsync(due, Failed(e), now, ct);
            return new ReadingTally { Failed = 1 };
        }
    }

    private static ReadingResult.Failed Failed(Exception fault) => new($"reading it failed in NewsWatcher itself ({fault.GetType().Name})");

    private async Task<ReadingResult> ReadAsync(DueReading due, IReadOnlyDictionary<string, string> pages, CompiledCatalog catalog, BodyRoom room, DateTimeOffset now, CancellationToken ct)
    {
        if (!due.ReadsPage || !Uri.TryCreate(due.Url, UriKind.Absolute, out var url))
        {
            return FromEntry(due, catalog, reason: null);
        }

        switch (await fetcher.FetchAsync(url, pages, room, ct))
        {
            case PageFetch.Received page:
                return ArticleReader.Read(page.Body, page.ContentType, page.Url) switch
                {
                    ArticleRead.Readable(var article) => Done(due, article, catalog, new Original(page.Url.AbsoluteUri, page.ContentType, page.Body), now),
                    ArticleRead.Unreadable(var reason) => FromEntry(due, catalog, reason),
                    _ => throw new System.Diagnostics.UnreachableException(),
                };
            case PageFetch.Refused(var reason):
                return FromEntry(due, catalog, reason);
            case PageFetch.Later(var reason, var retryAfter) when due.ReadAttempts + 1 < MaxAttempts:
                var wait = FirstRetry * Math.Pow(4, due.ReadAttempts);
                return new ReadingResult.Later(reason, now + (retryAfter > wait ? retryAfter.Value : wait));
            case PageFetch.Later(var reason, _):
                return FromEntry(due, catalog, $"{reason} (given up after {MaxAttempts} attempts)");
            default:
                throw new System.Diagnostics.UnreachableException();
        }
    }

    private static ReadingResult.Done FromEntry(DueReading due, CompiledCatalog catalog, string? reason)
    {
        var (content, summary) = (HtmlText.ToPlain(due.Content ?? ""), HtmlText.ToPlain(due.Summary ?? ""));
        var article = new Article
        {
            Title = due.Title,
            Text = content.Length >= summary.Length ? content : summary,
            Language = due.Language,
            Published = due.PublishedAt is { } at ? new PublishedDate(at, DateOnly: false) : null,
        };
        // General news is most of what feeds carry. What was read before may have claims that end.
        var isApart = !due.IsAgain && !catalog.Concerns(article);
        return new(article, isApart ? ArticleFacts.None : Facts(article, due.ReportedAt, due.OutletId, catalog), FromPage: false, reason, Original: null) { IsApart = isApart, Basis = catalog.Basis };
    }

    private static ArticleFacts Facts(Article article, DateTimeOffset reportedAt, string outletId, CompiledCatalog catalog) =>
        catalog.Extractor.Read(article, reportedAt, catalog.OutletOf(outletId).Tier);

    // A full or broken disk is not the item's fault and stops the pass; a row that the database refuses is.
    private static bool IsOfTheItem(Exception e, CancellationToken ct) =>
        !ct.IsCancellationRequested && e is not OutOfMemoryException && (e is not System.Data.Common.DbException || Database.IsRefusal(e));

    private static ReadingTally Tally(ReadingResult result) => result switch
    {
        ReadingResult.Done { FromPage: true } => new() { Read = 1 },
        ReadingResult.Done { Reason: null } => new() { Headlines = 1 },
        ReadingResult.Done => new() { Unreadable = 1 },
        _ => new() { Postponed = 1 },
    };

    private void Log(DueReading due, ReadingResult result)
    {
        switch (result)
        {
            case ReadingResult.Done { Reason: { } reason }:
                LogUnread(due.Url, reason);
                break;
            case ReadingResult.Later later:
                LogLater(due.Url, later.Reason, later.RetryAt);
                break;
        }
    }

    [LoggerMessage(LogLevel.Information, "{Url}: only the entry was read: {Reason}")]
    private partial void LogUnread(string url, string reason);

    [LoggerMessage(LogLevel.Information, "{Url}: to be read again at {RetryAt:u}: {Reason}")]
    private partial void LogLater(string url, string reason, DateTimeOffset retryAt);

    [LoggerMessage(LogLevel.Error, "{Count} readings could not be kept at once: they are kept one by one")]
    private partial void LogRefused(int count, Exception fault);

    [LoggerMessage(LogLevel.Error, "{Url}: an unexpected fault")]
    private partial void LogUnexpected(string url, Exception fault);
}
