using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>One address for one page: without fragment, default port and tracking parameters.</summary>
public static class CanonicalUrl
{
    private static readonly string[] TrackingPrefixes = ["utm_", "mc_", "_hs", "pk_", "mtm_", "at_"];

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "igshid", "mkt_tok", "cmpid", "ocid", "ns_mchannel", "ns_source",
        "ns_campaign", "ncid", "smid", "smtyp", "xtor", "wt.mc_id", "ftag", "guccounter", "guce_referrer", "guce_referrer_sig", "s_cid", "icid", "spm",
    };

    /// <summary>The address to fetch and show: same page, same scheme; null for what is no http(s) address.</summary>
    public static Uri? Of(string? link)
    {
        if (link is null || link.Length > 4096 || !FeedUrl.IsWeb(link.Trim()) || !Uri.TryCreate(link.Trim(), UriKind.Absolute, out var url)
            || WebAddress.Host(url)?.TrimEnd('.') is not { Length: > 0 } host)
        {
            return null;
        }

        var built = new UriBuilder(url.Scheme, host.ToLowerInvariant(), url.IsDefaultPort ? -1 : url.Port, url.AbsolutePath)
        {
            Query = Query(url.Query),
        };
        return built.Uri;
    }

    /// <summary>For comparing: like <see cref="Of"/>, with http and https, "www." and a trailing slash folded. Not an address to fetch.</summary>
    public static string? Identity(string? link)
    {
        if (Of(link) is not { } url)
        {
            return string.IsNullOrWhiteSpace(link) ? null : link.Trim();
        }

        var host = WebAddress.Host(url) ?? "";
        return $"{(host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host)}{(url.IsDefaultPort ? "" : ":" + url.Port)}{url.AbsolutePath.TrimEnd('/')}{url.Query}";
    }

    private static string Query(string query)
    {
        if (query.Length <= 1)
        {
            return "";
        }

        return string.Join('&', query[1..].Split('&').Where(p => p.Length > 0 && !IsTracking(p.Split('=')[0])));
    }

    private static bool IsTracking(string name) =>
        Tracking.Contains(name) || TrackingPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
