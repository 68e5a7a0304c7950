using NewsWatcher.Fetching;

namespace NewsWatcher.Articles;

/// <summary>Gets the page behind an entry: over the network where robots.txt allows it, or from the folder that a file feed maps.</summary>
public sealed class PageFetcher(HttpFetcher fetcher, RobotsGate robots)
{
    private const string Accept = "text/html, application/xhtml+xml, text/plain;q=0.8, */*;q=0.1";

    /// <summary>For one page, held until it has been read.</summary>
    public BodyRoom Room() => fetcher.Room();

    /// <param name="pages">Link prefix → absolute folder, of the file feed that showed the entry; empty for a network feed.</param>
    /// <param name="room">For a page among many, held by the caller until it has been read; null for one alone.</param>
    public async Task<PageFetch> FetchAsync(Uri url, IReadOnlyDictionary<string, string> pages, BodyRoom? room, CancellationToken ct)
    {
        if (MappedFolder.For(url, pages) is { } folder)
        {
            return await FileAsync(folder, url, ct);
        }

        return await robots.AskAsync(url, ct) switch
        {
            RobotsAnswer.Refused(var reason) => new PageFetch.Refused(reason),
            RobotsAnswer.Unknown(var reason, var retryAfter) => new PageFetch.Later(reason, retryAfter),
            _ => await NetworkAsync(url, room, ct),
        };
    }

    private async Task<PageFetch> NetworkAsync(Uri url, BodyRoom? room, CancellationToken ct) =>
        await fetcher.GetAsync(new(url, fetcher.Options.MaxArticleBytes, Validators.None) { Accept = Accept, IsSpaced = true, Room = room, HopRefusal = HopRefusalAsync }, ct) switch
        {
            FetchResult.Page { IsCut: true } => new PageFetch.Later("The page came incomplete: its coding breaks off.", null),
            FetchResult.Page page => Received(page.Url, page.Body, page.ContentType),
            FetchResult.Failed failed when IsPassing(failed) => new PageFetch.Later(failed.Reason, failed.RetryAfter),
            FetchResult.Failed failed => new PageFetch.Refused(failed.Reason),
            var other => throw new InvalidOperationException($"A fetch without conditions ended as {other.GetType().Name}."),
        };

    // Who redirects does not speak for where it leads to.
    private async Task<FetchResult.Failed?> HopRefusalAsync(Uri url, CancellationToken ct) => await robots.AskAsync(url, ct) switch
    {
        RobotsAnswer.Refused(var reason) => new(OutcomeClass.Blocked, reason, Status: null, RetryAfter: null),
        RobotsAnswer.Unknown(var reason, var retryAfter) => new(OutcomeClass.HttpError, reason, Status: null, retryAfter),
        _ => null,
    };

    /// <summary>What may be over the next time: our network, the server's load, a broken answer. Not what the server said plainly.</summary>
    private static bool IsPassing(FetchResult.Failed failed) => failed.Outcome switch
    {
        OutcomeClass.Timeout or OutcomeClass.RateLimited => true,
        OutcomeClass.HttpError => failed.Status is null or 408 or 425 or >= 500,
        _ => false,
    };

    private async Task<PageFetch> FileAsync(MappedFolder folder, Uri url, CancellationToken ct)
    {
        if (folder.File(url) is not { } path)
        {
            return new PageFetch.Refused("The folder of the feed's pages holds no file for this address.");
        }

        try
        {
            return await LocalFile.ReadAsync(path, fetcher.Options.MaxArticleBytes, ct) is { } body
                ? Received(url, body, "text/html")
                : new PageFetch.Refused(FormattableString.Invariant($"The file is larger than {fetcher.Options.MaxArticleBytes:N0} bytes."));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new PageFetch.Later($"The file of the page cannot be read ({e.GetType().Name}).", null);
        }
    }

    private static PageFetch Received(Uri url, byte[] body, string? contentType) =>
        PageContent.Refusal(body, contentType) is { } reason ? new PageFetch.Refused(reason) : new PageFetch.Received(url, body, contentType);
}
