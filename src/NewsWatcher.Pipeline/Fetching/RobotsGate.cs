namespace NewsWatcher.Fetching;

/// <summary>What robots.txt (RFC 9309) says of article pages; kept for a day per host.</summary>
public sealed class RobotsGate(HttpFetcher fetcher, TimeProvider clock)
{
    /// <summary>How the reason begins that a page was refused by its host's robots.txt: what is kept with items can be told by it.</summary>
    public const string RefusalBegins = "robots.txt of ";

    private const string Crawler = "NewsWatcher";
    private const int MaxBytes = 500 * 1024;
    private const int ManyHosts = 512;

    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan KeptUnknown = TimeSpan.FromMinutes(10);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Known> _known = new(StringComparer.Ordinal);

    /// <param name="page">An http(s) address.</param>
    public async Task<RobotsAnswer> AskAsync(Uri page, CancellationToken ct)
    {
        if (WebAddress.Refusal(page) is { } refusal)
        {
            return new RobotsAnswer.Refused(refusal);
        }

        // All who ask at once wait for the same answer; who gives up leaves it to the others.
        var reading = await Reading(page).WaitAsync(ct);
        if (reading.Unknown is { } unknown)
        {
            return unknown;
        }

        return reading.Rules.Allows(page.PathAndQuery)
            ? new RobotsAnswer.Allowed()
            : new RobotsAnswer.Refused($"{RefusalBegins}{WebAddress.Host(page)} does not allow {Crawler} to read this page.");
    }

    /// <summary>The sitemaps that the page's host names in its robots.txt, as written; none when it could not be had.</summary>
    public async Task<IReadOnlyList<string>> SitemapsAsync(Uri page, CancellationToken ct) =>
        WebAddress.Refusal(page) is null ? (await Reading(page).WaitAsync(ct)).Rules.Sitemaps : [];

    private Task<Robots> Reading(Uri page)
    {
        var origin = page.GetLeftPart(UriPartial.Authority);
        lock (_lock)
        {
            if (_known.TryGetValue(origin, out var known) && known.IsFresh(clock.GetUtcNow()))
            {
                return known.Reading;
            }

            if (_known.Count >= ManyHosts)
            {
                _known.Remove(_known.MinBy(k => k.Value.Until).Key);
            }

            known = new();
            known.Reading = ReadAsync(new Uri(new Uri(origin), "/robots.txt"), known);
            _known[origin] = known;
            return known.Reading;
        }
    }

    private async Task<Robots> ReadAsync(Uri url, Known known)
    {
        var request = new FetchRequest(url, MaxBytes, Validators.None) { Accept = "text/plain, */*;q=0.5", TakesBeginning = true };
        var robots = await fetcher.GetAsync(request, CancellationToken.None) switch
        {
            FetchResult.Page page => new(RobotsFile.Read(page.Body, Crawler), null),
            // "Unavailable" means that everything may be read. A page behind a blocked address is refused when it is asked for itself.
            FetchResult.Failed { Outcome: OutcomeClass.Blocked } or FetchResult.Failed { Status: >= 300 and < 500 and not 429 } => new(RobotsRules.None, null),
            FetchResult.Failed failed => new Robots(RobotsRules.None, new($"robots.txt could not be read: {failed.Reason}", failed.RetryAfter)),
            _ => new(RobotsRules.None, null),
        };
        known.Until = clock.GetUtcNow() + (robots.Unknown is null ? Kept : KeptUnknown);
        return robots;
    }

    private sealed record Robots(RobotsRules Rules, RobotsAnswer.Unknown? Unknown);

    private sealed class Known
    {
        public Task<Robots> Reading { get; set; } = Task.FromCanceled<Robots>(new CancellationToken(canceled: true));

        public DateTimeOffset Until { get; set; }

        /// <summary>A reading that is under way is fresh; one that an exception ended is not.</summary>
        public bool IsFresh(DateTimeOffset now) => !Reading.IsCompleted || (Reading.IsCompletedSuccessfully && now < Until && Until <= now + Kept);
    }
}
