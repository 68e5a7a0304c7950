using System.CommandLine;
using NewsWatcher.Configuration;
using NewsWatcher.Feeds;
using NewsWatcher.Storage;

namespace NewsWatcher.Cli;

/// <summary>feeds add: keeps a feed in the database, marked as added.</summary>
internal static class FeedsAddCommand
{
    private static readonly Argument<string> Address = new("URL") { Description = "Where the feed is" };
    private static readonly Option<string?> Id = new("--id") { Description = "Its id here (default: made from its name or address)" };
    private static readonly Option<string?> Name = new("--name") { Description = "Its name (default: its own title)" };
    private static readonly Option<string?> Outlet = new("--outlet") { Description = "Id of the publisher in outlets.json" };
    private static readonly Option<string[]> Tags = new("--tag") { Description = "A tag; may be given several times" };
    private static readonly Option<string?> Every = new("--every") { Description = "How often, from 5m to 1d (default: as often as it turns out to change)" };
    private static readonly Option<ArticlePolicy> Articles = new("--articles") { Description = "Whether the pages behind its entries are read" };
    private static readonly Option<bool> Anyway = new("--anyway") { Description = "Add it without asking the address first" };

    private static readonly ListingOptions Listings = new();

    public static Command Create()
    {
        var command = new Verb("add", "Add a feed, or a page without one", "feeds add https://news.example/rss", "feeds add https://news.example/rss --name \"Example News\" --tag energy --every 30m --articles matching",
            "feeds add https://ministry.example/news --listing \"ul.news > li\" --date .when --time-zone Asia/Tokyo")
        {
            Address, Id, Name, Outlet, Tags, Every, Articles, Anyway,
        };
        Listings.AddTo(command);
        return command.Writing(RunAsync);
    }

    private static async Task<int> RunAsync(Session session, ParseResult parsed, Terminal terminal, CancellationToken ct)
    {
        var existing = await new FeedStore(session.Database).ListAsync(ct);
        if (Feed(session.Catalog, parsed, existing, out var refusal) is not { } feed)
        {
            return terminal.Refuse(refusal, ExitCodes.Usage);
        }

        if (!parsed.GetValue(Anyway))
        {
            var look = await FeedLook.AtAsync(feed, session, ct);
            if (look is FeedLook.Refused refused)
            {
                refused.Tell(terminal);
                return ExitCodes.Usage;
            }

            if (parsed.GetValue(Name) is null && look is FeedLook.Feed { Title: { Length: > 0 } title } && feed.Url is { } url)
            {
                feed = feed with { Name = title, Id = parsed.GetValue(Id) ?? FeedId.Free(title, url, Taken(existing)) };
            }

            if (look is FeedLook.Unknown(var reason))
            {
                terminal.Warn($"It could not be looked at just now: {reason}");
            }
        }

        await new CatalogStore(session.Database).AddAsync(feed, session.Clock.GetUtcNow(), ct);
        terminal.Line($"Added {feed.Id}. The daemon polls it at its next tick; at once: newswatcher poll --feed {feed.Id}");
        return ExitCodes.Done;
    }

    private static Feed? Feed(Catalog catalog, ParseResult parsed, IReadOnlyList<StoredFeed> existing, out string refusal)
    {
        if (!Listings.TryRead(parsed, out var listing, out refusal))
        {
            return null;
        }

        var (address, outlet, every) = (parsed.GetRequiredValue(Address), parsed.GetValue(Outlet), parsed.GetValue(Every));
        if (CanonicalUrl.Of(address) is not { Host: var host } || !Uri.TryCreate(address, UriKind.Absolute, out var url) || url.UserInfo.Length > 0)
        {
            refusal = $"\"{address}\" is no http(s) address without user name.";
            return null;
        }

        var name = parsed.GetValue(Name) ?? host;
        var id = parsed.GetValue(Id) ?? FeedId.Free(parsed.GetValue(Name), url, Taken(existing));
        var interval = every is null ? null : FeedFile.Interval(every);
        var same = existing.FirstOrDefault(f => f.Active && string.Equals(CanonicalUrl.Identity(f.Feed.Url?.AbsoluteUri), CanonicalUrl.Identity(address), StringComparison.Ordinal));
        refusal = !ConfigId.IsValid(id) ? $"The id \"{id}\" may hold only a-z, 0-9 and -, at most 64."
            : existing.Any(f => f.Active && string.Equals(f.Feed.Id, id, StringComparison.Ordinal)) ? $"There is a feed \"{id}\" already."
            : same is not null ? $"The feed \"{same.Feed.Id}\" has this address already."
            : outlet is not null && catalog.Outlets.All(o => o.Id != outlet) ? $"There is no outlet \"{outlet}\" in outlets.json."
            : every is not null && (interval is null || interval < FeedSchedule.Shortest || interval > FeedSchedule.Longest) ? $"\"{every}\" is no interval between 5m and 1d."
            : "";
        return refusal.Length > 0 ? null : new Feed { Id = id, Name = name, Url = url, Listing = listing, OutletId = outlet, Tags = parsed.GetValue(Tags) ?? [], Every = interval, Articles = parsed.GetValue(Articles) };
    }

    private static HashSet<string> Taken(IReadOnlyList<StoredFeed> existing) => existing.Select(f => f.Feed.Id).ToHashSet(StringComparer.Ordinal);
}
