using NewsWatcher.Feeds;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Fetching;

namespace NewsWatcher.Watching.Discovery;

/// <summary>One search of a site: what is to be asked, what was, and what it gave. Everything a site can make long is bounded here.</summary>
internal sealed class SiteSearch(HttpFetcher fetcher, RobotsGate robots, TimeProvider clock, IProgress<Uri>? progress)
{
    private const int MaxRequests = 24;
    private const int MaxNamed = 12;
    private const int MaxDepth = 2;
    private const string Accept = "application/rss+xml, application/atom+xml, application/feed+json, text/html;q=0.9, application/xml;q=0.9, */*;q=0.5";

    // Who waits at a terminal has waited long enough then.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);

    private readonly Queue<(FeedCandidate Candidate, int Depth)> _queue = new();
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _silent = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<(FoundFeed Feed, IReadOnlyList<string> Signs)> _found = [];
    private readonly List<TriedAddress> _tried = [];
    private readonly List<Uri> _left = [];
    private readonly long _start = clock.GetTimestamp();
    private int _requests;
    private int _named;

    /// <summary>Where the first address led to; null before it answered.</summary>
    public Uri? Site { get; private set; }

    /// <summary>Whether a server answered at all.</summary>
    public bool HasAnswered { get; private set; }

    public bool HasFeed => _found.Exists(f => !f.Feed.IsOfComments);

    public void Enqueue(IEnumerable<FeedCandidate> candidates) => Enqueue(candidates, depth: 0);

    /// <summary>Asks what is queued, and what that leads to.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (_queue.TryDequeue(out var next))
        {
            var (candidate, depth) = next;
            if (_requests >= MaxRequests || clock.GetElapsedTime(_start) > Longest)
            {
                _left.Add(candidate.Url);
            }
            else if (_silent.Contains(Origin(candidate.Url)))
            {
                Note(candidate, "not asked: the server did not answer before");
            }
            else if (await RefusalAsync(candidate, candidate.Url, ct) is { } refusal)
            {
                Note(candidate, refusal.Reason);
            }
            else
            {
                await AskAsync(candidate, depth, ct);
            }
        }
    }

    public SiteFeeds Result(Uri asked) => new(asked, [.. _found.Select((f, i) => (f.Feed, i)).OrderBy(f => f.Feed.IsOfComments).ThenBy(f => f.Feed.Entries == 0).ThenBy(f => f.i).Select(f => f.Feed)], _tried, _left);

    private void Enqueue(IEnumerable<FeedCandidate> candidates, int depth)
    {
        // What was asked about may be asked again with another scheme.
        foreach (var candidate in candidates.Where(c => _seen.Add(c.Sign == FeedSign.Asked ? c.Url.AbsoluteUri : Identity(c.Url))))
        {
            _queue.Enqueue((candidate, depth));
        }
    }

    private async Task AskAsync(FeedCandidate candidate, int depth, CancellationToken ct)
    {
        progress?.Report(candidate.Url);
        _requests++;
        var request = new FetchRequest(candidate.Url, fetcher.Options.MaxFeedBytes, Validators.None)
        {
            Accept = Accept, IsSpaced = true, HopRefusal = (url, token) => RefusalAsync(candidate, url, token),
        };
        switch (await fetcher.GetAsync(request, ct))
        {
            case FetchResult.Page page:
                HasAnswered = true;
                Site ??= page.Url;
                _seen.UnionWith([Identity(candidate.Url), Identity(page.Url)]);
                Take(candidate, depth, page);
                break;
            case FetchResult.Failed failed:
                HasAnswered |= failed.Status is not null;
                if (failed.IsUnreachable || failed.Outcome is OutcomeClass.Timeout or OutcomeClass.RateLimited)
                {
                    _silent.Add(Origin(candidate.Url));
                }

                Note(candidate, failed.Reason);
                break;
            case var other:
                throw new InvalidOperationException($"A fetch without conditions ended as {other.GetType().Name}.");
        }
    }

    private void Take(FeedCandidate candidate, int depth, FetchResult.Page page)
    {
        switch (SiteAnswer.Of(page.Body, page.ContentType, page.Url))
        {
            case SiteAnswer.Feed feed:
                Keep(candidate, page, feed);
                break;
            case SiteAnswer.Page found:
                var named = LinkHeader.Feeds(page.Links, page.Url).Concat(found.Named).ToList();
                Note(candidate, named.Count == 0 ? "a page that names no feed" : $"a page that names {named.Count}");
                Follow(candidate, depth, named);
                break;
            case SiteAnswer.SitemapIndex index:
                Note(candidate, "a list of sitemaps");
                Follow(candidate, depth, FeedDiscovery.Likely(index.Listed));
                break;
            case SiteAnswer.Other(var reason):
                Note(candidate, $"no feed but {reason}");
                Follow(candidate, depth, LinkHeader.Feeds(page.Links, page.Url));
                break;
        }
    }

    // A page behind a link of a page may list the feeds; one behind that is no way to them.
    private void Follow(FeedCandidate from, int depth, IEnumerable<FeedCandidate> named)
    {
        var fresh = named.DistinctBy(c => Identity(c.Url)).Where(c => !_seen.Contains(Identity(c.Url))).ToList();
        if (depth + 1 >= MaxDepth && from.Sign != FeedSign.Robots)
        {
            fresh = [.. fresh.Where(c => c.Sign is FeedSign.Header or FeedSign.LinkElement || FeedAddress.LooksLikeFeed(c.Url))];
        }

        if (depth >= MaxDepth)
        {
            return;
        }

        var room = Math.Max(0, MaxNamed - _named);
        _named += Math.Min(room, fresh.Count);
        Enqueue(fresh.Take(room), depth + 1);
        _left.AddRange(fresh.Skip(room).Select(c => c.Url));
    }

    private void Keep(FeedCandidate candidate, FetchResult.Page page, SiteAnswer.Feed feed)
    {
        // What only redirects for now may lead elsewhere tomorrow.
        var url = page.MovedTo ?? candidate.Url;
        var signs = SitePreview.Signs(feed.Document);
        var same = _found.FindIndex(f => Identity(f.Feed.Url) == Identity(page.Url) || SitePreview.IsSame(f.Signs, signs));
        if (same >= 0)
        {
            var (known, its) = _found[same];
            _found[same] = (known with { AlsoAt = [.. known.AlsoAt, url] }, its);
            Note(candidate, $"the same as {known.Url}");
            return;
        }

        _found.Add((SitePreview.Of(candidate, url, feed, clock.GetUtcNow()), signs));
        Note(candidate, "a feed");
    }

    // robots.txt speaks of places that nobody named to us; what a person asked for, and what a page names as its feed, is for readers.
    private async Task<FetchResult.Failed?> RefusalAsync(FeedCandidate candidate, Uri url, CancellationToken ct) => !candidate.IsGuess ? null : await robots.AskAsync(url, ct) switch
    {
        RobotsAnswer.Refused(var reason) => new(OutcomeClass.Blocked, reason, Status: null, RetryAfter: null),
        RobotsAnswer.Unknown(var reason, var retryAfter) => new(OutcomeClass.HttpError, reason, Status: null, retryAfter),
        _ => null,
    };

    private static string Identity(Uri url) => CanonicalUrl.Identity(url.AbsoluteUri) ?? url.AbsoluteUri;

    private static string Origin(Uri url) => url.GetLeftPart(UriPartial.Authority);

    private void Note(FeedCandidate candidate, string result) => _tried.Add(new(candidate.Url, candidate.Sign, result));
}
