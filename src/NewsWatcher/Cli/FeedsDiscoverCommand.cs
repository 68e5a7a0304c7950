using System.CommandLine;
using NewsWatcher.Fetching;
using NewsWatcher.Hosting;
using NewsWatcher.Outputs;
using NewsWatcher.Watching.Discovery;

namespace NewsWatcher.Cli;

/// <summary>feeds discover: finds the feeds of a site and shows what they are like. Writes nothing.</summary>
internal static class FeedsDiscoverCommand
{
    private const int FewLeft = 5;

    private static readonly Argument<string> Address = new("URL") { Description = "A page, the front page or the name of a site, or what may be a feed itself" };

    public static Command Create() => new Verb("discover", "Find the feeds of a site and show what they are like; keeps nothing", "feeds discover news.example", "feeds discover https://news.example/business --json")
    {
        Address, GlobalOptions.Json,
    }.Running(RunAsync);

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var (typed, paths) = (parsed.GetRequiredValue(Address), GlobalOptions.Paths(parsed));
        if (FeedDiscovery.Addresses(typed) is not { Count: > 0 } addresses)
        {
            return terminal.Refuse($"\"{typed}\" is no address of the web without user name.", ExitCodes.Usage);
        }

        var (isJson, settings) = (parsed.GetValue(GlobalOptions.Json), HostSettings.Read(paths));
        using var fetcher = new HttpFetcher(settings.Fetching, TimeProvider.System);
        var discovery = new FeedDiscovery(fetcher, new RobotsGate(fetcher, TimeProvider.System), TimeProvider.System);
        var site = await discovery.FindAsync(addresses, isJson || !terminal.IsScreen ? null : new AskedAddresses(terminal), ct);
        var known = await ConfiguredFeeds.ReadAsync(paths, ct);
        if (isJson)
        {
            terminal.Json(DiscoveryShape.Of(site, f => IdOf(f, known), Command));
        }
        else
        {
            Tell(site, known, terminal);
        }

        return site.Feeds.Count > 0 ? ExitCodes.Done : ExitCodes.NotFound;
    }

    private static string? IdOf(FoundFeed feed, ConfiguredFeeds known) => feed.AlsoAt.Prepend(feed.Url).Select(known.IdOf).FirstOrDefault(id => id is not null);

    private static string Command(FoundFeed feed) => $"newswatcher feeds add {ShellText.Of(feed.Url)}";

    private static void Tell(SiteFeeds site, ConfiguredFeeds known, Terminal terminal)
    {
        foreach (var feed in site.Feeds)
        {
            Tell(feed, IdOf(feed, known), terminal);
        }

        if (site.Feeds.Count == 0)
        {
            terminal.Line($"No feed was found at {site.Asked.Host}. What was tried:");
            foreach (var tried in site.Tried.GroupBy(t => (t.Sign, t.Result)))
            {
                terminal.Line($"{DiscoveryText.Of(tried.Key.Sign)}: {tried.Key.Result}", indent: 2);
                tried.ToList().ForEach(t => terminal.Address(t.Url.AbsoluteUri, indent: 4));
            }

            terminal.Line("A feed under another address can be added all the same: newswatcher feeds add URL");
        }

        if (site.Left.Count > 0)
        {
            terminal.Line($"The site names {site.Left.Count} more, too many to ask. To look at one: newswatcher feeds discover URL");
            site.Left.Take(FewLeft).ToList().ForEach(u => terminal.Address(u.AbsoluteUri, indent: 2));
        }
    }

    private static void Tell(FoundFeed feed, string? id, Terminal terminal)
    {
        terminal.Heading(feed.Title ?? feed.Url.Host);
        terminal.Address(feed.Url.AbsoluteUri, indent: 2);
        terminal.Line(DiscoveryText.Of(feed, TimeProvider.System.GetUtcNow()), indent: 2);
        foreach (var headline in feed.Headlines)
        {
            terminal.Line("- " + terminal.Cut(headline, terminal.Width - 4), indent: 2);
        }

        foreach (var other in feed.AlsoAt)
        {
            terminal.Address($"the same at {other.AbsoluteUri}", indent: 2);
        }

        terminal.Address(id is null ? $"Add it: {Command(feed)}" : $"It is the feed {id} already.", indent: 2);
        terminal.Line();
    }

    private sealed class AskedAddresses(Terminal terminal) : IProgress<Uri>
    {
        public void Report(Uri value) => terminal.Warn($"Asking {value.AbsoluteUri}");
    }
}
