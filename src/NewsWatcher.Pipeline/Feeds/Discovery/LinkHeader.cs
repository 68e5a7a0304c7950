namespace NewsWatcher.Feeds.Discovery;

/// <summary>Reads the feeds that Link headers name (RFC 8288): <c>&lt;/feed&gt;; rel="alternate"; type="application/rss+xml"</c>.</summary>
internal static class LinkHeader
{
    public static IEnumerable<FeedCandidate> Feeds(IEnumerable<string> headers, Uri url) => headers.SelectMany(h => Feeds(h, url));

    private static List<FeedCandidate> Feeds(string header, Uri baseUrl)
    {
        var found = new List<FeedCandidate>();
        for (var open = header.IndexOf('<', 0); open >= 0 && header.IndexOf('>', open) is > 0 and var close;)
        {
            var at = close + 1;
            var parameters = Parameters(header, ref at);
            if (PageFeeds.IsFeed(parameters.GetValueOrDefault("rel"), parameters.GetValueOrDefault("type")) && FeedAddress.Read(header[(open + 1)..close], baseUrl) is { } url)
            {
                found.Add(new(url, FeedSign.Header, parameters.GetValueOrDefault("title")));
            }

            open = header.IndexOf('<', at);
        }

        return found;
    }

    // Up to the comma that ends the link; a name that stands twice counts once.
    private static Dictionary<string, string> Parameters(string header, ref int at)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (at < header.Length && header[at] != ',')
        {
            var start = at;
            while (at < header.Length && header[at] is not (';' or ',' or '='))
            {
                at++;
            }

            var name = header[start..at].Trim();
            if (at < header.Length && header[at] == '=')
            {
                at++;
                parameters.TryAdd(name, Value(header, ref at));
            }

            at += at < header.Length && header[at] == ';' ? 1 : 0;
        }

        return parameters;
    }

    private static string Value(string header, ref int at)
    {
        var start = at;
        if (at < header.Length && header[at] == '"')
        {
            var end = header.IndexOf('"', at + 1);
            at = end < 0 ? header.Length : end + 1;
            var quoted = header[(start + 1)..(end < 0 ? header.Length : end)];
            while (at < header.Length && header[at] is not (';' or ','))
            {
                at++;
            }

            return quoted;
        }

        while (at < header.Length && header[at] is not (';' or ','))
        {
            at++;
        }

        return header[start..at].Trim();
    }
}
