using System.Globalization;
using NewsWatcher.Configuration;
using NewsWatcher.Fetching;

namespace NewsWatcher.Feeds;

/// <summary>Reads feeds.json. Paths of file feeds are resolved against the folder of the file.</summary>
public static class FeedFile
{
    private static readonly string[] Sources = ["url", "file", "mail"];

    public static IReadOnlyList<Feed> Read(string text, string path, FeedRules rules, ICollection<ConfigProblem> problems)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
        return ConfigList.Read(text, path, "feeds", problems, f => Feed(f, folder, rules), f => f.Id);
    }

    /// <summary>"15m", "2h", "1d"; null for anything else.</summary>
    public static TimeSpan? Interval(string text) =>
        text.Length is >= 2 and <= 6 && int.TryParse(text.AsSpan(0, text.Length - 1), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(count),
                'h' => TimeSpan.FromHours(count),
                'd' => TimeSpan.FromDays(count),
                _ => null,
            }
            : null;

    private static Feed? Feed(ConfigObject feed, string folder, FeedRules rules)
    {
        var id = feed.Required("id");
        if (id.Length > 0 && !ConfigId.IsValid(id))
        {
            feed.Problem($"the id \"{id}\" may hold only a-z, 0-9 and -, at most 64");
        }

        var (url, file, mail) = (Url(feed), feed.Text("file"), feed.Text("mail"));
        if (Sources.Count(feed.Has) != 1)
        {
            feed.Problem("a feed has one of \"url\", \"file\" and \"mail\"");
        }

        Belongs(feed, "listing", "url");
        Belongs(feed, "each", "mail");
        var pages = Pages(feed, folder, rules);
        var isOfDisk = (file is not null && pages.Count == 0) || mail is not null;
        var read = new Feed
        {
            Id = id,
            Name = feed.Text("name") ?? id,
            Url = url,
            File = file is null ? null : Allowed(feed, file, folder, rules),
            Pages = pages,
            Listing = ListingFile.Read(feed),
            Mail = mail is null ? null : Path.TrimEndingDirectorySeparator(Allowed(feed, mail, folder, rules)),
            Each = feed.Word<MailEntries>("each"),
            OutletId = feed.Text("outlet"),
            Language = feed.Text("language"),
            Tags = feed.Texts("tags"),
            Every = Every(feed),
            Cron = Cron(feed, rules),
            TimeZone = Zone(feed),
            Articles = feed.Word<ArticlePolicy>("articles") ?? (isOfDisk ? ArticlePolicy.Never : ArticlePolicy.Fetch),
            Tls = Tls(feed, url),
            Enabled = feed.Flag("enabled", fallback: true),
        };
        return id.Length == 0 ? null : read;
    }

    private static void Belongs(ConfigObject feed, string member, string owner)
    {
        if (feed.Has(member) && !feed.Has(owner))
        {
            feed.Problem($"\"{member}\" goes with \"{owner}\" only");
        }
    }

    private static Uri? Url(ConfigObject feed)
    {
        if (feed.Text("url") is not { } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" && url.UserInfo.Length == 0 && WebAddress.Host(url) is not null)
        {
            return url;
        }

        feed.Problem($"\"url\": \"{text}\" is no http(s) address without user name");
        return null;
    }

    private static Dictionary<string, string> Pages(ConfigObject feed, string folder, FeedRules rules)
    {
        var pages = feed.Map("pages");
        if (pages.Count > 0 && !feed.Has("file"))
        {
            feed.Problem("\"pages\" goes with \"file\" only: a network feed never reads files");
            return [];
        }

        return pages.ToDictionary(p => p.Key, p => Allowed(feed, p.Value, folder, rules), StringComparer.Ordinal);
    }

    private static string Allowed(ConfigObject feed, string path, string folder, FeedRules rules)
    {
        var full = Path.GetFullPath(path, folder);
        if (!rules.Allows(full, folder))
        {
            feed.Problem($"\"{path}\" lies neither below the configuration folder nor below a folder of Files:Roots");
        }

        return full;
    }

    private static string? Cron(ConfigObject feed, FeedRules rules)
    {
        var cron = feed.Text("cron");
        if (cron is not null && rules.CronFault(cron) is { } fault)
        {
            feed.Problem($"\"cron\": \"{cron}\": {fault}");
        }

        return cron;
    }

    private static TimeSpan? Every(ConfigObject feed)
    {
        if (feed.Text("every") is not { } text)
        {
            return null;
        }

        if (feed.Has("cron"))
        {
            feed.Problem("a feed has either \"every\" or \"cron\"");
        }

        var every = Interval(text);
        if (every is null || every < TimeSpan.FromMinutes(5) || every > TimeSpan.FromDays(1))
        {
            feed.Problem($"\"every\": \"{text}\" is no interval between 5m and 1d");
            return null;
        }

        return every;
    }

    private static TlsPolicy? Tls(ConfigObject feed, Uri? url)
    {
        var tls = feed.Word<TlsPolicy>("tls");
        if (tls == TlsPolicy.Unverified && url is not null && url.Scheme != Uri.UriSchemeHttps)
        {
            feed.Problem("\"tls\" goes with an https address only");
        }

        return tls == TlsPolicy.Verified ? null : tls;
    }

    private static string? Zone(ConfigObject feed)
    {
        var zone = feed.Text("timeZone");
        if (zone is not null && !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            feed.Problem($"\"timeZone\": \"{zone}\" is not known");
            return null;
        }

        return zone;
    }
}
