using System.Security.Cryptography;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Asks one feed, over the network or in a file, and reads what it says.</summary>
public sealed class FeedPoller(HttpFetcher fetcher)
{
    private const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.8, */*;q=0.5";

    // A page that is read as it stands is asked for as browsers ask, or a site may answer with something for machines.
    private const string AcceptPage = "text/html, application/xhtml+xml, */*;q=0.5";

    private readonly MailFolder _mails = new(fetcher.Options.MaxFeedBytes);

    /// <summary>Whether a file feed may still be read where it lies: the roots may be others than when it was configured.</summary>
    public Func<string, bool> MayRead { get; init; } = _ => true;

    /// <summary>For one feed, held until what it said has been kept.</summary>
    public BodyRoom Room() => fetcher.Room();

    /// <summary>As below, for a feed asked alone.</summary>
    public async Task<FeedPoll> PollAsync(Feed feed, Validators validators, string? hash, CancellationToken ct)
    {
        using var room = Room();
        return await PollAsync(feed, validators, hash, room, ct);
    }

    /// <param name="validators">Of the last complete reading; <see cref="Validators.None"/> for a full fetch.</param>
    /// <param name="hash">Of the last body; null for a full reading.</param>
    /// <param name="room">Of one feed among many, held by the caller until what it said has been kept.</param>
    public async Task<FeedPoll> PollAsync(Feed feed, Validators validators, string? hash, BodyRoom room, CancellationToken ct)
    {
        if (feed.Mail is { } folder)
        {
            return MayRead(folder) ? await _mails.PollAsync(folder, feed.Each ?? MailEntries.Story, hash, ct) : Unread(OutcomeClass.Blocked, NoLongerBelow(folder));
        }

        if (feed.File is { } file)
        {
            return await FileAsync(feed, file, hash, ct);
        }

        if (feed.Url is null)
        {
            throw new ArgumentException($"Feed {feed.Id} has neither an address nor a file or folder.", nameof(feed));
        }

        var request = new FetchRequest(feed.Url, fetcher.Options.MaxFeedBytes, validators)
        {
            Accept = feed.Listing is null ? Accept : AcceptPage, Room = room, TakesAnyCertificate = feed.Tls == TlsPolicy.Unverified,
        };
        return await fetcher.GetAsync(request, ct) switch
        {
            FetchResult.Page page => Read(feed, page, hash, status: 200),
            FetchResult.NotModified same => new FeedPoll.Unchanged(null, 0, 304, same.FreshFor) { MovedTo = same.MovedTo },
            FetchResult.Failed failed => new FeedPoll.Failed(failed.Outcome, failed.Reason, 0, failed.Status, failed.RetryAfter, failed.IsUnreachable),
            var other => throw new InvalidOperationException($"A fetch ended as {other.GetType().Name}."),
        };
    }

    private async Task<FeedPoll> FileAsync(Feed feed, string file, string? hash, CancellationToken ct)
    {
        if (!MayRead(file))
        {
            return Unread(OutcomeClass.Blocked, NoLongerBelow(Path.GetDirectoryName(file)));
        }

        try
        {
            var body = await LocalFile.ReadAsync(file, fetcher.Options.MaxFeedBytes, ct);
            return body is null
                ? Unread(OutcomeClass.TooLarge, FormattableString.Invariant($"The file is larger than {fetcher.Options.MaxFeedBytes:N0} bytes."))
                : Read(feed, new(new Uri(file), body, null, Validators.None, null, null), hash, status: null);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Unread(OutcomeClass.HttpError, $"There is no file {Path.GetFileName(file)} in the folder {Path.GetDirectoryName(file)}.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Unread(OutcomeClass.HttpError, $"The file {Path.GetFileName(file)} cannot be read ({e.GetType().Name}).");
        }
    }

    private static FeedPoll Read(Feed feed, FetchResult.Page page, string? hash, int? status)
    {
        var read = Convert.ToHexStringLower(SHA256.HashData(page.Body));
        // A move is to be confirmed by a reading, so that the short cut is not for it.
        if (page.MovedTo is null && string.Equals(read, hash, StringComparison.Ordinal))
        {
            return new FeedPoll.Unchanged(page.Validators, page.Body.Length, status, page.FreshFor);
        }

        var address = page.Url.IsFile ? null : page.Url;
        return (feed.Listing is { } listing ? ListingReader.Read(page.Body, page.ContentType, address, listing) : FeedReader.Read(page.Body, page.ContentType, address)) switch
        {
            FeedRead.Document document when page.IsCut => Fresh(document with { Damage = document.Damage ?? "the coding of the body breaks off" }),
            FeedRead.Document document => Fresh(document),
            FeedRead.NotAFeed(var reason) => new FeedPoll.Failed(OutcomeClass.ParseError, $"What came is not a feed but {reason}.", page.Body.Length, status, null, IsUnreachable: false) { Page = address is null ? null : page },
            FeedRead.NotAListing(var reason) => new FeedPoll.Failed(OutcomeClass.ParseError, reason, page.Body.Length, status, null, IsUnreachable: false),
            var other => throw new InvalidOperationException($"A feed was read as {other.GetType().Name}."),
        };

        // What came damaged may come whole the next time: it has no validators to ask "since then?" with.
        FeedPoll.Fresh Fresh(FeedRead.Document document) =>
            new(document, document.Damage is null ? page.Validators : Validators.None, read, page.Body.Length, status, page.FreshFor, page.MovedTo);
    }

    private static string NoLongerBelow(string? folder) => $"The folder {folder} is no longer below the configuration folder or a folder of Files:Roots.";

    private static FeedPoll.Failed Unread(OutcomeClass outcome, string reason) => new(outcome, reason, 0, null, null, IsUnreachable: false);
}
