using NewsWatcher.Feeds;
using NewsWatcher.Hosting;
using NewsWatcher.Storage;
using NewsWatcher.Watching;

namespace NewsWatcher.Cli;

/// <summary>Which addresses are feeds already, found without writing: in the database where there is one, else in the files.</summary>
internal sealed class ConfiguredFeeds
{
    private readonly Dictionary<string, string> _ids = new(StringComparer.Ordinal);

    public ConfiguredFeeds(IEnumerable<Feed> feeds)
    {
        foreach (var feed in feeds)
        {
            _ids.TryAdd(CanonicalUrl.Identity(feed.Url?.AbsoluteUri) ?? "", feed.Id);
        }
    }

    public static async Task<ConfiguredFeeds> ReadAsync(AppPaths paths, CancellationToken ct)
    {
        if (File.Exists(paths.DatabaseFile))
        {
            using var database = new Database(paths.DatabaseFile);
            return new((await new FeedStore(database).ListAsync(ct)).Where(f => f.Active).Select(f => f.Feed));
        }

        var files = await ConfigFolder.ReadAsync(paths.Config, HostSettings.Read(paths).FeedRules, [], ct);
        return new(files.Feeds);
    }

    /// <summary>The id of the feed at an address, whatever the scheme, "www." or a trailing slash; null for none.</summary>
    public string? IdOf(Uri url) => _ids.GetValueOrDefault(CanonicalUrl.Identity(url.AbsoluteUri) ?? "");
}
