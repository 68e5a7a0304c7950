using NewsWatcher.Articles;
using NewsWatcher.Feeds;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Html;

namespace NewsWatcher.Cli;

/// <summary>What there was to read at an address or in a file.</summary>
internal abstract record ExplainedPage
{
    private ExplainedPage()
    {
    }

    public sealed record Readable(Uri? Url, Article Article) : ExplainedPage;

    public sealed record Unreadable(string Reason) : ExplainedPage;

    public sealed record Missing(string Reason) : ExplainedPage;

    public static async Task<ExplainedPage> ReadAsync(string source, AppPaths paths, CancellationToken ct)
    {
        if (CanonicalUrl.Of(source) is not null && Uri.TryCreate(source, UriKind.Absolute, out var url))
        {
            return await FetchAsync(url, paths, ct);
        }

        if (!File.Exists(source))
        {
            return new Missing($"There is no file {source}; an address begins with http:// or https://.");
        }

        if (new FileInfo(source).Length > FeedReader.MaxChars)
        {
            return new Unreadable($"{source} is larger than 16 MiB.");
        }

        var body = await File.ReadAllBytesAsync(source, ct);
        var text = Charsets.Decode(body, contentType: null).TrimStart('\uFEFF');
        return text.TrimStart().StartsWith('<') ? Read(body, contentType: null, url: null) : Plain(text);
    }

    private static async Task<ExplainedPage> FetchAsync(Uri url, AppPaths paths, CancellationToken ct)
    {
        using var fetcher = new HttpFetcher(HostSettings.Read(paths).Fetching, TimeProvider.System);
        var pages = new PageFetcher(fetcher, new RobotsGate(fetcher, TimeProvider.System));
        return await pages.FetchAsync(url, new Dictionary<string, string>(StringComparer.Ordinal), room: null, ct) switch
        {
            PageFetch.Received page => Read(page.Body, page.ContentType, page.Url),
            PageFetch.Refused refused => new Unreadable(refused.Reason),
            PageFetch.Later later => new Unreadable(later.Reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static ExplainedPage Read(byte[] body, string? contentType, Uri? url) => ArticleReader.Read(body, contentType, url) switch
    {
        ArticleRead.Readable(var article) => new Readable(url, article),
        ArticleRead.Unreadable(var reason) => new Unreadable(reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    // The first line of plain text is its headline where a blank line follows.
    private static ExplainedPage Plain(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Trim().Split("\n\n", 2);
        var hasTitle = lines.Length == 2 && !lines[0].Contains('\n', StringComparison.Ordinal);
        return text.Trim().Length == 0 ? new Unreadable("The file is empty.") : new Readable(Url: null, new Article
        {
            Title = hasTitle ? lines[0].Trim() : "", Text = hasTitle ? lines[1].Trim() : text.Trim(),
        });
    }
}
