using System.Text;
using NewsWatcher.Articles;
using NewsWatcher.Deals;
using NewsWatcher.Feeds;
using NewsWatcher.Html;
using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Takes links, files and pasted text into the pipeline as items that a person supplied. A running daemon places them at its next tick;
/// without one, <see cref="Watch.SettleAsync"/> does.</summary>
public sealed class ItemIntake(PageFetcher fetcher, ReadingStore readings, CatalogStore catalogs, BasisStore bases, TimeProvider clock)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    private static readonly Dictionary<string, string> NoPages = new(StringComparer.Ordinal);

    /// <param name="source">A link, a file, or "-" for <paramref name="text"/>.</param>
    /// <param name="title">Instead of the one that is read; needed for a text whose first line is no title.</param>
    /// <param name="url">Where a file or text was published.</param>
    /// <param name="published">Instead of the date that is read.</param>
    public async Task<Intake> AddAsync(string source, string? title, string? text, string? url, DateTimeOffset? published, string actor, CancellationToken ct)
    {
        var link = CanonicalUrl.Of(url);
        if (url is not null && link is null)
        {
            return new Intake.Refused($"{url} is no web address");
        }

        if (text is not null)
        {
            return await KeepAsync(Pasted(text, title), link, title, published, actor, original: null, ct);
        }

        return CanonicalUrl.Of(source) is { } page
            ? await FromPageAsync(page, title, published, actor, ct)
            : await FromFileAsync(source, link, title, published, actor, ct);
    }

    private async Task<Intake> FromPageAsync(Uri page, string? title, DateTimeOffset? published, string actor, CancellationToken ct) =>
        await fetcher.FetchAsync(page, NoPages, room: null, ct) switch
        {
            PageFetch.Received received => ArticleReader.Read(received.Body, received.ContentType, received.Url) switch
            {
                ArticleRead.Readable(var article) =>
                    await KeepAsync(article, page, title, published, actor, new Original(received.Url.AbsoluteUri, received.ContentType, received.Body), ct),
                ArticleRead.Unreadable(var reason) => new Intake.Refused(reason),
                _ => throw new System.Diagnostics.UnreachableException(),
            },
            PageFetch.Refused(var reason) => new Intake.Refused(reason),
            PageFetch.Later(var reason, _) => new Intake.Refused(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private async Task<Intake> FromFileAsync(string path, Uri? link, string? title, DateTimeOffset? published, string actor, CancellationToken ct)
    {
        byte[] body;
        try
        {
            if (new FileInfo(path).Length > MaxBytes)
            {
                return new Intake.Refused($"{path} is larger than 4 MiB");
            }

            body = await File.ReadAllBytesAsync(path, ct);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Intake.Refused(e is FileNotFoundException or DirectoryNotFoundException ? $"{path} is neither a web address nor a file" : e.Message);
        }

        var content = Charsets.Decode(body, contentType: null);
        if (!content.AsSpan(DocumentStart.In(content)).StartsWith('<'))
        {
            return await KeepAsync(Pasted(content, title), link, title, published, actor, original: null, ct);
        }

        return ArticleReader.Read(body, contentType: null, link) switch
        {
            ArticleRead.Readable(var article) => await KeepAsync(article, link ?? CanonicalUrl.Of(article.CanonicalUrl), title, published, actor,
                new Original(link?.AbsoluteUri ?? "", null, body), ct),
            ArticleRead.Unreadable(var reason) => new Intake.Refused(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private async Task<Intake> KeepAsync(Article article, Uri? link, string? title, DateTimeOffset? published, string actor, Original? original, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var catalog = await CompiledCatalog.LoadAsync(catalogs, bases, now, ct);
        var named = article with { Title = title ?? article.Title };
        if (named.Title.Length == 0 && named.Text.Length == 0)
        {
            return new Intake.Refused("there is no text in it");
        }

        var folded = ItemIdentity.FoldedTitle(named.Title);
        var item = new SuppliedItem
        {
            Url = link?.AbsoluteUri ?? "",
            CanonicalUrl = CanonicalUrl.Identity(link?.AbsoluteUri) ?? "supplied " + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(ClaimKey.Fold(named.Text))))[..32],
            FoldedTitle = folded,
            Title = named.Title,
            OutletId = (link is null ? catalog.Outlets.Named(named.SiteName) ?? catalog.OutletOf("supplied") : catalog.Outlets.Of(link)).Id,
            Language = named.Language,
            PublishedAt = published ?? EntryCapture.Credible(named.Published?.Instant, now),
            SuppliedBy = actor,
        };
        var (id, isNew) = await readings.SupplyAsync(item, due => EntryPass.Done(due, named, catalog, original, now), now, ct);
        return new Intake.Kept(id, named.Title, isNew);
    }

    // The first line is the title where a person gave none, and where it looks like one.
    private static Article Pasted(string text, string? title)
    {
        var whole = text.Trim().ReplaceLineEndings("\n");
        var end = whole.IndexOf('\n', StringComparison.Ordinal);
        return title is null && end is > 0 and <= 300
            ? new Article { Title = whole[..end].Trim(), Text = whole[end..].Trim() }
            : new Article { Title = title ?? "", Text = whole };
    }
}
