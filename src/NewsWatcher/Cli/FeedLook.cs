using NewsWatcher.Feeds;
using NewsWatcher.Feeds.Discovery;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Cli;

/// <summary>What a feed's address answers before the feed is kept.</summary>
internal abstract record FeedLook
{
    private const int MaxName = 200;

    private FeedLook()
    {
    }

    public sealed record Feed(string? Title) : FeedLook;

    /// <summary>What may be over soon kept it from being looked at.</summary>
    public sealed record Unknown(string Reason) : FeedLook;

    /// <param name="Named">The feeds that the page behind the address names.</param>
    public sealed record Refused(Uri Url, string Reason, IReadOnlyList<FeedCandidate> Named) : FeedLook
    {
        private const int MostNamed = 10;

        /// <summary>Says why the feed is not kept, and what would help.</summary>
        public void Tell(Terminal terminal)
        {
            terminal.Warn($"Nothing was added. {Reason}");
            if (Named.Count > 0)
            {
                terminal.Warn("The page names these feeds:");
            }

            foreach (var named in Named.Take(MostNamed))
            {
                terminal.Warn($"  newswatcher feeds add {ShellText.Of(named.Url)}{(named.Title is { } title ? $"  ({title})" : "")}");
            }

            terminal.Warn($"To look for feeds there: newswatcher feeds discover {ShellText.Of(Url)}");
            terminal.Warn("To add it all the same: --anyway");
        }
    }

    public static async Task<FeedLook> AtAsync(Feeds.Feed feed, Session session, CancellationToken ct)
    {
        await using var services = new ServiceCollection().AddNewsWatcher(session.Paths, HostSettings.Read(session.Paths), session.Database, LogLevel.Error).BuildServiceProvider();
        HostSetup.Check(services);
        return await services.GetRequiredService<FeedPoller>().PollAsync(feed, Validators.None, hash: null, ct) switch
        {
            FeedPoll.Fresh fresh => new Feed(fresh.Document.Title is { Length: > MaxName } title ? title[..MaxName] : fresh.Document.Title),
            FeedPoll.Failed failed when feed.Url is { } url && !IsPassing(failed) => new Refused(url, failed.Reason, failed.Page is { } page ? FeedDiscovery.NamedBy(page) : []),
            FeedPoll.Failed failed => new Unknown(failed.Reason),
            _ => new Feed(Title: null),
        };
    }

    private static bool IsPassing(FeedPoll.Failed failed) =>
        failed.IsUnreachable || failed.Outcome is OutcomeClass.Timeout or OutcomeClass.RateLimited || (failed.Outcome == OutcomeClass.HttpError && failed.Status is null or >= 500);
}
