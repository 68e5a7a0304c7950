using NewsWatcher.Storage;

namespace NewsWatcher.Watching;

/// <summary>Hosts that asked feeds to wait. One feed's wait says nothing about the others of its host; that of three does.</summary>
internal sealed class HostWaits
{
    private const int FeedsOfALimitedHost = 3;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Dictionary<long, DateTimeOffset>> _hosts = new(StringComparer.Ordinal);

    public void Note(StoredFeed feed, DateTimeOffset until)
    {
        if (feed.Host is not { } host)
        {
            return;
        }

        lock (_gate)
        {
            if (!_hosts.TryGetValue(host, out var feeds))
            {
                _hosts.Add(host, feeds = []);
            }

            feeds[feed.Id] = until;
        }
    }

    /// <summary>Until when a feed is left alone because of others of its host; null when nothing keeps it.</summary>
    public DateTimeOffset? Until(StoredFeed feed, DateTimeOffset now)
    {
        lock (_gate)
        {
            return feed.Host is { } host && _hosts.TryGetValue(host, out var feeds) && feeds.Values.Where(u => u > now).ToList() is { Count: >= FeedsOfALimitedHost } waits ? waits.Max() : null;
        }
    }
}
