using NewsWatcher.Fetching;

namespace NewsWatcher.Watching;

/// <summary>An order in which no host waits for all of another's: one of each, then the next of each.</summary>
internal static class FairOrder
{
    public static IReadOnlyList<T> ByHost<T>(IEnumerable<T> all, Func<T, Uri?> url) =>
        [.. all.GroupBy(x => Host(url(x)), StringComparer.Ordinal).SelectMany(host => host.Select((x, turn) => (x, turn))).OrderBy(x => x.turn).Select(x => x.x)];

    private static string Host(Uri? url) => url is null ? "" : WebAddress.Host(url) ?? "";
}
